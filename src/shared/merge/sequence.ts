import { diffArrays } from 'diff'
import { type Items, type Matching, match } from './match.ts'
import { followMoves } from './moved.ts'
import { recogniseSameChanges } from './same-change.ts'

/** A stretch of the result: settled, or one where both changed the same and a person has to choose. */
export type Piece<T> = { kind: 'settled'; items: T[] } | { kind: 'clash'; before: T[]; mine: T[]; theirs: T[] }

export interface SequenceRules<T> extends Items<T> {
  /** Both edited this item, differently. */
  mergeOne(before: T, mine: T, theirs: T): Piece<T>
  /** Both added something different at one place: keep both, or ask. */
  bothAdded: 'keep' | 'ask'
}

/** Three-way merge of a sequence. Swapping mine and theirs swaps them in the clashes and changes nothing else. */
export function mergeSequences<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  rules: SequenceRules<T>,
): Piece<T>[] {
  const [here, there] = [match(base, mine, rules), match(base, theirs, rules)]
  recogniseSameChanges(base, here, there, rules)
  followMoves(base, here, there, rules)
  const pieces: Piece<T>[] = []
  for (let index = 0; index <= base.length; index++) {
    pieces.push(mergeAdded(here.added[index] ?? [], there.added[index] ?? [], rules))
    const before = base[index]
    if (before !== undefined) pieces.push(mergeItem(before, fateOf(here, index), fateOf(there, index), rules))
  }
  return pieces
}

const fateOf = <T>(matching: Matching<T>, index: number) => matching.fates[index] ?? null

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

const listOf = <T>(item: T | null) => (item === null ? [] : [item])
const settled = <T>(item: T | null): Piece<T> => ({ kind: 'settled', items: listOf(item) })

/** What both added alike is there once; what differs is kept in an order that does not depend on who comes first. */
function mergeAdded<T>(mine: readonly T[], theirs: readonly T[], rules: SequenceRules<T>): Piece<T> {
  const [here, there] = [mine.map(rules.key), theirs.map(rules.key)]
  if (theirs.length === 0 || here.join() === there.join()) return { kind: 'settled', items: [...mine] }
  if (mine.length === 0) return { kind: 'settled', items: [...theirs] }
  if (rules.bothAdded === 'ask') return { kind: 'clash', before: [], mine: [...mine], theirs: [...theirs] }
  // Which of two equally good alignments is found depends on the order of the two, so that is fixed first.
  const [first, second] = here.join() <= there.join() ? [mine, theirs] : [theirs, mine]
  const items: T[] = []
  let i = 0
  let j = 0
  for (const part of diffArrays(first.map(rules.key), second.map(rules.key))) {
    if (part.added) items.push(...second.slice(j, j + part.count))
    else items.push(...first.slice(i, i + part.count))
    if (!part.added) i += part.count
    if (!part.removed) j += part.count
  }
  return { kind: 'settled', items }
}

/** All of it with one person's words wherever they clash. */
export function flatten<T>(pieces: readonly Piece<T>[], winner: 'mine' | 'theirs'): T[] {
  return pieces.flatMap(piece => (piece.kind === 'settled' ? piece.items : piece[winner]))
}

export function hasClash<T>(pieces: readonly Piece<T>[]): boolean {
  return pieces.some(piece => piece.kind === 'clash')
}
