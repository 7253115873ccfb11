import { mergeAdded, type Slot } from './added.ts'
import { mergeItem, type SequenceRules } from './item.ts'
import { type Matching, matchBoth } from './match.ts'
import { followMoves } from './moved.ts'
import { flatten, type Piece } from './piece.ts'
import { recogniseSameChanges } from './same-change.ts'

/** Three-way merge of a sequence. Swapping mine and theirs swaps them in the clashes and changes nothing else. */
export function mergeSequences<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  rules: SequenceRules<T>,
): Piece<T>[] {
  const [here, there] = matchBoth(base, mine, theirs, rules)
  recogniseSameChanges(base, here, there, rules)
  const gaps = followMoves(base, here, there, rules)
  const pieces: Piece<T>[] = []
  for (let index = 0; index <= base.length; index++) {
    pieces.push(...mergeGap(gaps.mine[index] ?? [], gaps.theirs[index] ?? [], rules))
    const before = base[index]
    if (before !== undefined) pieces.push(mergeItem(before, fateOf(here, index), fateOf(there, index), rules))
  }
  return pieces
}

const fateOf = <T>(matching: Matching<T>, index: number) => matching.fates[index] ?? null

function mergeGap<T>(mine: readonly Slot<T>[], theirs: readonly Slot<T>[], rules: SequenceRules<T>): Piece<T>[] {
  const [here, there] = [mine.map(({ key }) => key), theirs.map(({ key }) => key)]
  // What contains the other's words needs no answer.
  if (rules.bothAdded === 'keep' || isWithin(here, there) || isWithin(there, here)) {
    return mergeAdded(mine, theirs).map(slot => slot.piece)
  }
  const [own, their] = [mine.map(slot => slot.piece), theirs.map(slot => slot.piece)]
  return [{ kind: 'clash', before: [], mine: flatten(own, 'mine'), theirs: flatten(their, 'theirs') }]
}

function isWithin(keys: readonly string[], all: readonly string[]): boolean {
  let next = 0
  for (const key of all) if (key === keys[next]) next++
  return next === keys.length
}
