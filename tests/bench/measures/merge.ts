import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitText } from '../../../src/shared/content/index.ts'
import { mergeBlocks } from '../../../src/shared/merge/blocks.ts'
import { readBody } from '../../../src/shared/merge/body.ts'
import { mergeEntries } from '../../../src/shared/merge/index.ts'
import { type Measure, run } from '../measure.ts'
import { longPage } from '../offer-pages.ts'

/**
 * Two people’s versions of one page of 10,000 words, with a few dozen changes each, put together: the merge itself, the
 * same from text to text, and beside them git’s own merge of the same three files, which knows only lines.
 */
export const merge: Measure = {
  name: 'merge',
  async run({ scratch }) {
    const texts = threeVersions()
    const [before, mine, theirs] = texts.map(text => readBody(splitText(text).body).blocks)
    const files = texts.map((text, index) => {
      const file = join(scratch, `${index}.md`)
      writeFileSync(file, text)
      return file
    })
    const [wasFile = '', hereFile = '', thereFile = ''] = files
    return [
      row('merge of a page of 10,000 words, once read', 30, () => mergeBlocks(before ?? [], mine ?? [], theirs ?? [])),
      row('the same, from text to text', 10, () => {
        // What was read before is not read again, so every run has a page whose sentences are all its own.
        const number = performance.now()
        const [was = '', here = '', there = ''] = texts.map(text => text.replaceAll('. ', `. ${number} `))
        mergeEntries(was, here, there)
      }),
      {
        what: '  git merge-file',
        unit: 'ms',
        // It ends with the number of lines that it could not put together.
        runs: times(10, () =>
          elapsed(() =>
            run('git', ['merge-file', '-p', hereFile, wasFile, thereFile], { ends: [...Array(128).keys()] }),
          ),
        ),
      },
    ]
  },
}

function threeVersions(): string[] {
  const { text } = longPage(3, 10_000)
  const changed = (words: string, other: string) => {
    let count = 0
    return text.replaceAll(words, found => (count++ % 3 === 0 ? other : found))
  }
  return [text, changed('Many families say', 'Very many families say'), changed('You need not pay', 'You never pay')]
}

const row = (what: string, count: number, work: () => unknown) => {
  times(3, () => elapsed(work))
  return { what, unit: 'ms' as const, runs: times(count, () => elapsed(work)) }
}

const times = (count: number, one: () => number) => Array.from({ length: count }, one)

function elapsed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}
