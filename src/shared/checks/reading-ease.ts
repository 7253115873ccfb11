import { z } from 'zod'
import type { Doc } from '../content/index.ts'
import { collectedIn } from './collect.ts'
import { remembered } from './remembered.ts'
import type { TextBlock } from './rule.ts'
import { sentencesOf } from './sentences.ts'
import { isOthers } from './words/context.ts'
import { hasCapital } from './words/first-letter.ts'

/**
 * The Automated Readability Index (letters in a word, words in a sentence) needs no guess at syllables, which goes wrong
 * with names and terms; names count as short words, because readers know theirs.
 */
export const easeSchema = z.object({ letters: z.number(), words: z.number(), sentences: z.number() })
export type Ease = z.infer<typeof easeSchema>

/** Of the sentences of a text that end as sentences do. Its answers are kept, and shared. */
export const easeOfText: (text: string) => Ease = remembered(text => {
  const sentences = sentencesOf(text).filter(
    ({ start, end, words }) => words.length > 2 && /[.?!][”’"')]*$/.test(text.slice(start, end).trim()),
  )
  const words = sentences.flatMap(each => each.words.map((word, at) => (at > 0 && hasCapital(word) ? 5 : word.length)))
  return { sentences: sentences.length, words: words.length, letters: words.reduce((sum, length) => sum + length, 0) }
})

/** Lists, tables and what somebody else said are measured by other means. */
export function isMeasured(block: TextBlock): boolean {
  return block.node.type === 'paragraph' && !isOthers(block, { start: 0, end: 0 })
}

/** Of a whole document. */
export function easeOf({ content }: Doc): Ease {
  const texts = content.flatMap((block, index) => collectedIn(block, index).texts)
  return togetherAsOne(texts.filter(isMeasured).map(({ text }) => easeOfText(text)))
}

export function togetherAsOne(parts: readonly Ease[]): Ease {
  const sum = (of: keyof Ease) => parts.reduce((total, part) => total + part[of], 0)
  return { letters: sum('letters'), words: sum('words'), sentences: sum('sentences') }
}

/** The school year, as they are counted in the United States, that reads it with ease; 0 where there is nothing to read. */
export function gradeOf({ letters, words, sentences }: Ease): number {
  return words === 0 || sentences === 0 ? 0 : (4.71 * letters) / words + (0.5 * words) / sentences - 21.43
}
