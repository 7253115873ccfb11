import { parentPort } from 'node:worker_threads'
import type { Asked, Question } from './index-hand.ts'
import { endPagefind, type PagefindPages, startPagefind } from './pagefind.ts'
import { newWordFile } from './word-file-bytes.ts'
import { halfOfWordFiles } from './word-files.ts'

/**
 * A thread beside the program that talks to Pagefind and makes half of the files with words: what is said to Pagefind takes as
 * long as a fifth of making the pages.
 */

const pagefind = startPagefind()
const indexes: PagefindPages[] = []

parentPort?.on('message', async ({ number, question }: Asked) => {
  // Whatever is asked of an index is begun before the next question comes.
  parentPort?.postMessage({ number, answer: await answerTo(question) })
})

async function answerTo(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'index':
      return void indexes.push(pagefind.index())
    case 'add':
      return await indexes[question.index]?.add(question.page)
    case 'finish':
      return await indexes[question.index]?.finish()
    case 'words':
      return halfOfWordFiles(question.changes, question.middle, 'second').map(file =>
        newWordFile(question.language, file),
      )
    case 'stop':
      await pagefind.stop()
      return await endPagefind()
  }
}
