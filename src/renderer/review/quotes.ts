import type { Quote } from '../../shared/review/records.ts'

/** Enough of what stands on either side to tell two equal sentences apart. */
const around = 40
/** As long as a quote may be; a comment on more is a comment on the page. */
const longest = 2000

/** The chosen words as a comment keeps them: without the blanks at their ends; null when nothing is left. */
export function quoteAt(text: string, start: number, end: number): Quote | null {
  const chosen = text.slice(start, end)
  const exact = chosen.trim().slice(0, longest)
  if (exact === '') return null
  const from = start + (chosen.length - chosen.trimStart().length)
  const to = from + exact.length
  return { exact, prefix: text.slice(Math.max(0, from - around), from), suffix: text.slice(to, to + around) }
}

export interface Sentence {
  start: number
  end: number
  words: string
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** The sentences of a text, in their order; a line (a heading, a cell) that has no full stop is one too. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let lineStart = 0
  for (const line of text.split('\n')) {
    for (const { segment, index } of segmenter.segment(line)) {
      const words = segment.trim()
      if (words === '') continue
      const start = lineStart + index + segment.indexOf(words)
      sentences.push({ start, end: start + words.length, words })
    }
    lineStart += line.length + 1
  }
  return sentences
}
