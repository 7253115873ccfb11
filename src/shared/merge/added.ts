import { diffArrays } from 'diff'
import type { Piece } from './piece.ts'

/** Something that stands between two former items now: new, or a former item that was moved there. */
export interface Slot<T> {
  /** Equal for slots that are the same thing. */
  key: string
  /** What follows of its own rank or below stays with it. */
  rank: number
  /** Settles which of two slots of one rank comes first. */
  order: string
  piece: Piece<T>
}

/**
 * What two people added at one place, together: what both added alike once, and the rest so that each keeps the order it
 * was written in. Which comes first does not depend on who synced first, nor on who came between: the smaller of the two
 * next ones, again and again, is the same for three lists in any order. A lower rank counts as smaller, so what one wrote
 * under a heading stays under it.
 */
export function mergeAdded<T>(mine: readonly Slot<T>[], theirs: readonly Slot<T>[]): Slot<T>[] {
  const [here, there] = [mine.map(keyOf), theirs.map(keyOf)]
  if (theirs.length === 0 || here.join() === there.join()) return [...mine]
  if (mine.length === 0) return [...theirs]
  // Which of two equally good alignments is found depends on the order of the two, so that is fixed first.
  const [first, second] = here.join() <= there.join() ? [mine, theirs] : [theirs, mine]
  const merged: Slot<T>[] = []
  let [i, j] = [0, 0]
  let only: [Slot<T>[], Slot<T>[]] = [[], []]
  for (const part of diffArrays(first.map(keyOf), second.map(keyOf))) {
    const [one, other] = [part.added ? 0 : part.count, part.removed ? 0 : part.count]
    const [fromFirst, fromSecond] = [first.slice(i, i + one), second.slice(j, j + other)]
    i += one
    j += other
    if (part.added || part.removed) {
      only = [
        [...only[0], ...fromFirst],
        [...only[1], ...fromSecond],
      ]
    } else {
      merged.push(...smallerFirst(...only), ...fromFirst)
      only = [[], []]
    }
  }
  return onceEach([...merged, ...smallerFirst(...only)])
}

const keyOf = <T>(slot: Slot<T>) => slot.key

function smallerFirst<T>(one: readonly Slot<T>[], other: readonly Slot<T>[]): Slot<T>[] {
  const merged: Slot<T>[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [a, b] = [one[i], other[j]]
    if (!a || !b) return [...merged, ...one.slice(i), ...other.slice(j)]
    const first = a.rank - b.rank || (a.order < b.order ? -1 : 1)
    merged.push(first < 0 ? a : b)
    if (first < 0) i++
    else j++
  }
}

/** A former item that both moved to this place, each beside something else of their own, is here once. */
function onceEach<T>(slots: readonly Slot<T>[]): Slot<T>[] {
  const seen = new Set<string>()
  return slots.filter(({ key }) => {
    const fresh = !key.startsWith(movedKey) || !seen.has(key)
    seen.add(key)
    return fresh
  })
}

/** What the key of a moved item begins with, before the number of where it was. */
export const movedKey = 'moved:'
