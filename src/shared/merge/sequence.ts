import { changesOf, type Matching } from './changes.ts'
import { mergeItem, type SequenceRules } from './item.ts'
import { followMoves } from './moved.ts'
import { isGone, type Piece } from './piece.ts'
import { mergePlace, type Place } from './place.ts'

/** Three-way merge of a sequence. Swapping mine and theirs swaps them in the clashes and changes nothing else. */
export function mergeSequences<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  rules: SequenceRules<T>,
): Piece<T>[] {
  const [here, there] = changesOf(base, mine, theirs, rules)
  const gaps = followMoves(base, here, there, rules)
  const pieces: Piece<T>[] = []
  let place: Place<T> = { mine: [], theirs: [] }
  for (let gap = 0; gap <= base.length; gap++) {
    place.mine.push({ gap, slots: gaps.mine[gap] ?? [] })
    place.theirs.push({ gap, slots: gaps.theirs[gap] ?? [] })
    const before = base[gap]
    const piece = before === undefined ? null : mergeItem(before, fateOf(here, gap), fateOf(there, gap), rules)
    if (piece && isGone(piece)) continue
    pieces.push(...mergePlace(place, base, rules), ...(piece ? [piece] : []))
    place = { mine: [], theirs: [] }
  }
  return pieces
}

const fateOf = <T>(matching: Matching<T>, index: number) => matching.fates[index] ?? null
