import type { Piece } from './piece.ts'

/** Something that stands between two former items now: new, or a former item that was moved there. */
export interface Slot<T> {
  /** Equal for slots that are the same thing. */
  key: string
  /** What follows of its own rank or below stays with it. */
  rank: number
  /** Settles which of two slots of one rank comes first. */
  order: string
  /** Which former item it is; null for what is new. */
  from: number | null
  piece: Piece<T>
}

/** A slot with the nearest larger one before it, to which it belongs. */
interface Placed<T> {
  slot: Slot<T>
  /** 1 for the second of two that say the same in one list. */
  again: number
  under: Placed<T> | null
  /** What it is under in each list that has it. */
  nearest: (Placed<T> | null)[]
}

/**
 * What several people put at one place, as one list. Each slot stands under the nearest larger one before it, as words
 * stand under their heading; what stands under the same one is sorted; and where two lists have a slot under different
 * ones, it is under the later. A list says exactly which slot is under which, so it does not matter who synced first, who
 * came between, or how often.
 */
export function mergeAdded<T>(lists: readonly (readonly Slot<T>[])[]): Slot<T>[] {
  const placed = new Map<string, Placed<T>>()
  for (const list of lists) placeAll(list, placed)
  const largestFirst = (all: Iterable<Placed<T>>) => [...all].sort((one, other) => compare(other, one))
  for (const each of largestFirst(placed.values())) each.under = each.nearest.reduce(later, null)
  const under = Map.groupBy(placed.values(), each => each.under)
  const merged: Slot<T>[] = []
  const waiting = largestFirst(under.get(null) ?? [])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    merged.push(next.slot)
    waiting.push(...largestFirst(under.get(next) ?? []))
  }
  return merged
}

function placeAll<T>(list: readonly Slot<T>[], placed: Map<string, Placed<T>>): void {
  const above: Placed<T>[] = []
  const times = new Map<string, number>()
  for (const slot of list) {
    const again = times.get(slot.key) ?? 0
    times.set(slot.key, again + 1)
    const name = `${again} ${slot.key}`
    const own: Placed<T> = placed.get(name) ?? { slot, again, under: null, nearest: [] }
    placed.set(name, own)
    while (above.length > 0 && !isLarger(above.at(-1), own)) above.pop()
    own.nearest.push(above.at(-1) ?? null)
    above.push(own)
  }
}

/** Which of two slots comes later; what is larger than both has its place already. */
function later<T>(one: Placed<T> | null, other: Placed<T> | null): Placed<T> | null {
  if (one === null || other === null || one === other) return one ?? other
  const [path, otherPath] = [pathTo(one), pathTo(other)]
  const fork = path.findIndex((each, at) => each !== otherPath[at])
  const [a, b] = [path[fork], otherPath[fork]]
  if (!a) return other
  return !b || compare(a, b) > 0 ? one : other
}

function pathTo<T>(placed: Placed<T>): Placed<T>[] {
  const path: Placed<T>[] = []
  for (let each: Placed<T> | null = placed; each; each = each.under) path.push(each)
  return path.reverse()
}

const isLarger = <T>(one: Placed<T> | undefined, other: Placed<T>) => one !== undefined && compare(one, other) > 0

function compare<T>(one: Placed<T>, other: Placed<T>): number {
  const [a, b] = [one.slot, other.slot]
  return a.rank - b.rank || inText(a.order, b.order) || inText(a.key, b.key) || one.again - other.again
}

const inText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
