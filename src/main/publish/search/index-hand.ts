import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { cannotIndex, type Pagefind, type PagefindPages, type Searchable } from './pagefind.ts'
import type { WordFileBytes } from './word-file-bytes.ts'
import type { WordsOfPages } from './word-files.ts'

/** Beside this file in the sources, and beside the program that was built of them. */
const program = join(import.meta.dirname, `index-thread${extname(import.meta.filename)}`)

/** What the thread is asked, and answers in any order by the number of the question. */
export interface Asked {
  number: number
  question: Question
}

/** `index` is a number in the order in which the indexes were begun. */
export type Question =
  | { ask: 'index' }
  | { ask: 'add'; index: number; page: Searchable }
  | { ask: 'finish'; index: number }
  | { ask: 'words'; language: string; changes: readonly WordsOfPages[]; middle: string }
  | { ask: 'stop' }

/** How many pages may be on their way to the thread, besides those that wait there for Pagefind. */
const mostOnTheirWay = 32

/** In megabytes: what it holds is text on its way, which is soon gone. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 }

/** The files of an index with the words behind a middle; null where the thread broke. */
export type SecondHalf = (
  language: string,
  changes: readonly WordsOfPages[],
  middle: string,
) => Promise<WordFileBytes[] | null>

/** Pagefind, asked by a thread beside the program, which makes files with words too. */
export interface IndexHand extends Pagefind {
  secondHalf: SecondHalf
}

export function indexHand(threadProgram: string | URL = program): IndexHand {
  const thread = new Worker(threadProgram, { resourceLimits })
  const waiting = new Map<number, (answer: unknown) => void>()
  let asked = 0
  let fault: unknown = null

  thread.on('message', ({ number, answer }: { number: number; answer: unknown }) => {
    waiting.get(number)?.(answer)
    waiting.delete(number)
  })
  thread.on('error', fall)
  thread.on('exit', code => fall(`the thread ended with ${code}`))

  function fall(why: unknown): void {
    fault ??= why
    for (const answer of waiting.values()) answer(broke)
    waiting.clear()
  }

  async function ask(question: Question): Promise<unknown> {
    if (fault !== null) return broke
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const number = asked++
    waiting.set(number, resolve)
    thread.postMessage({ number, question } satisfies Asked)
    return await promise
  }

  function pages(index: number): PagefindPages {
    const added: Promise<unknown>[] = []
    return {
      async add(page) {
        added.push(ask({ ask: 'add', index, page }))
        await added.at(-mostOnTheirWay)
      },
      async finish() {
        const made = await ask({ ask: 'finish', index })
        return made === broke ? cannotIndex(String(fault)) : (made as Awaited<ReturnType<PagefindPages['finish']>>)
      },
    }
  }

  let indexes = 0
  return {
    index() {
      void ask({ ask: 'index' })
      return pages(indexes++)
    },
    async secondHalf(language, changes, middle) {
      const made = await ask({ ask: 'words', language, changes, middle })
      return made === broke ? null : (made as WordFileBytes[])
    },
    async stop() {
      await ask({ ask: 'stop' })
      await thread.terminate()
    },
  }
}

const broke = Symbol('broke')
