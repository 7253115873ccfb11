import { wordsIn } from '../content/index.ts'
import type { Details } from './comment.ts'

/** Two comments that are one: the same reference, the same words, or nearly the same words that came within a month. */

export type Compared = Pick<Details, 'words' | 'received' | 'reference'>
export type Alike = 'same-reference' | 'same-words' | 'nearly'

export const nearly = 0.85
/** Fewer words are alike by chance. */
export const fewestWords = 6
export const monthMs = 31 * 86_400_000

export const alike = (one: Compared, other: Compared): Alike | null => compared(wordsOf(one), wordsOf(other))

function compared(here: Words, there: Words): Alike | null {
  if (here.reference !== '' && here.reference === there.reference) return 'same-reference'
  // Two numbers of one survey are two answers, however alike: many families say “not enough groups”.
  if (here.reference !== '' && there.reference !== '') return null
  if (here.joined === there.joined) return 'same-words'
  return Math.abs(here.came - there.came) <= monthMs && areNearly(here, there) ? 'nearly' : null
}

/** The first of these that is the same comment. */
export function findAlike<T extends Compared>(one: Compared, others: readonly T[]): { other: T; how: Alike } | null {
  for (const other of others) {
    const how = alike(one, other)
    if (how !== null) return { other, how }
  }
  return null
}

export interface Words {
  reference: string
  joined: string
  each: ReadonlySet<string>
  /** How many there are, the same one again counted again. */
  many: number
  /** In milliseconds. */
  came: number
}

const read = new WeakMap<Compared, Words>()

export function wordsOf(one: Compared): Words {
  const known = read.get(one)
  if (known !== undefined) return known
  const list = wordsIn(one.words.toLowerCase())
  const each = new Set(list)
  const words = {
    reference: one.reference,
    joined: list.join(' '),
    each,
    many: list.length,
    came: Date.parse(one.received),
  }
  read.set(one, words)
  return words
}

/** Whether enough of the words of both are in both. */
function areNearly(here: Words, there: Words): boolean {
  if (Math.min(here.many, there.many) < fewestWords) return false
  const [mine, theirs] = [here.each.size, there.each.size]
  if (Math.min(mine, theirs) < nearly * Math.max(mine, theirs)) return false
  // With more of mine that are not there, what is shared can no longer be enough.
  let mayMiss = mine - (nearly * (mine + theirs)) / (1 + nearly) + 1e-9
  let shared = 0
  for (const word of here.each) {
    if (there.each.has(word)) shared += 1
    else if (--mayMiss < 0) return false
  }
  return shared / (mine + theirs - shared) >= nearly
}
