import { wordsIn } from '../content/index.ts'
import type { Details } from './comment.ts'

/** Two comments that are one: the same reference, the same words, or nearly the same words that came within a month. */

type Compared = Pick<Details, 'words' | 'received' | 'reference'>
export type Alike = 'same-reference' | 'same-words' | 'nearly'

const nearly = 0.85
const monthMs = 31 * 86_400_000

export function alike(one: Compared, other: Compared): Alike | null {
  if (one.reference !== '' && one.reference === other.reference) return 'same-reference'
  // Two numbers of one survey are two answers, however alike: many families say “not enough groups”.
  if (one.reference !== '' && other.reference !== '') return null
  const [here, there] = [wordsOf(one.words), wordsOf(other.words)]
  if (here.join(' ') === there.join(' ')) return 'same-words'
  const apart = Math.abs(Date.parse(one.received) - Date.parse(other.received))
  return apart <= monthMs && likeness(here, there) >= nearly ? 'nearly' : null
}

/** The first of these that is the same comment. */
export function findAlike<T extends Compared>(one: Compared, others: readonly T[]): { other: T; how: Alike } | null {
  for (const other of others) {
    const how = alike(one, other)
    if (how !== null) return { other, how }
  }
  return null
}

const wordsOf = (text: string) => wordsIn(text.toLowerCase())

/** How many of the words of both are in both, from 0 to 1; a few words are alike by chance. */
function likeness(here: readonly string[], there: readonly string[]): number {
  if (Math.min(here.length, there.length) < 6) return 0
  const [mine, theirs] = [new Set(here), new Set(there)]
  const shared = [...mine].filter(word => theirs.has(word)).length
  return shared / (mine.size + theirs.size - shared)
}
