import type { Items } from './match.ts'
import type { Piece } from './piece.ts'

/** What the merge has to know about the items of a sequence, to put two people's changes together. */
export interface SequenceRules<T> extends Items<T> {
  /** Both edited this item, differently. */
  mergeOne(before: T, mine: T, theirs: T): Piece<T>
  /** Whether the second stands somewhere inside the first; left out for items in which nothing stands. */
  holds?(whole: T, part: T): boolean
  /** Whether nothing is in it but what was in it before: then nobody is asked where another removed all of it. */
  isOnlyLess?(before: T, now: T): boolean
  /** Both added something different at one place: keep both, or ask. */
  bothAdded: 'keep' | 'ask'
  /** What stands after an item of a higher rank belongs to it, as a paragraph does to its heading. */
  rank(item: T): number
  /** Whether what stands after it is a part of the page of its own. */
  isHeading(item: T): boolean
}

/** One item that was there before; null for one that was removed. */
export function mergeItem<T>(before: T, mine: T | null, theirs: T | null, rules: SequenceRules<T>): Piece<T> {
  const same = (a: T | null, b: T | null) => (a === null || b === null ? a === b : rules.key(a) === rules.key(b))
  if (same(mine, theirs) || same(before, theirs)) return settled(mine)
  if (same(before, mine)) return settled(theirs)
  if (mine === null || theirs === null) {
    return { kind: 'clash', before: [before], mine: listOf(mine), theirs: listOf(theirs) }
  }
  return rules.mergeOne(before, mine, theirs)
}

export const listOf = <T>(item: T | null) => (item === null ? [] : [item])
const settled = <T>(item: T | null): Piece<T> => ({ kind: 'settled', items: listOf(item) })
