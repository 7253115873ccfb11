/** What is to be known about new things to put several people's together. */
export interface AddedRules<T> {
  /** Equal for things that say the same; of two of one rank it settles which comes first. */
  key(item: T): string
  /** What follows of its own rank or below stays with it. */
  rank(item: T): number
}

/** A new thing with the nearest larger one before it, to which it belongs. */
interface Placed<T> {
  item: T
  key: string
  rank: number
  /** 1 for the second of two that say the same in one list. */
  again: number
  under: Placed<T> | null
  /** What it is under in each list that has it. */
  nearest: (Placed<T> | null)[]
}

/**
 * What several people put at one place, as one list. Each thing stands under the nearest larger one before it, as words
 * stand under their heading; what stands under the same one is sorted; and where two lists have a thing under different
 * ones, it is under the later. A list says exactly which is under which, so it does not matter who synced first, who came
 * between, or how often.
 */
export function mergeAdded<T>(lists: readonly (readonly T[])[], rules: AddedRules<T>): T[] {
  const [only = [], ...others] = lists
  if (others.length === 0) return [...only]
  const placed = new Map<string, Placed<T>>()
  for (const list of lists) placeAll(list, placed, rules)
  const largestFirst = (all: Iterable<Placed<T>>) => [...all].sort((one, other) => compare(other, one))
  for (const each of largestFirst(placed.values())) each.under = each.nearest.reduce(later, null)
  const under = Map.groupBy(placed.values(), each => each.under)
  const merged: T[] = []
  const waiting = largestFirst(under.get(null) ?? [])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    merged.push(next.item)
    waiting.push(...largestFirst(under.get(next) ?? []))
  }
  return merged
}

function placeAll<T>(list: readonly T[], placed: Map<string, Placed<T>>, rules: AddedRules<T>): void {
  const above: Placed<T>[] = []
  const times = new Map<string, number>()
  for (const item of list) {
    const key = rules.key(item)
    const again = times.get(key) ?? 0
    times.set(key, again + 1)
    const name = `${again} ${key}`
    const own: Placed<T> = placed.get(name) ?? { item, key, rank: rules.rank(item), again, under: null, nearest: [] }
    placed.set(name, own)
    while (above.length > 0 && !isLarger(above.at(-1), own)) above.pop()
    own.nearest.push(above.at(-1) ?? null)
    above.push(own)
  }
}

/** Which of two comes later; what is larger than both has its place already. */
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

const compare = <T>(one: Placed<T>, other: Placed<T>): number =>
  one.rank - other.rank || inText(one.key, other.key) || one.again - other.again

const inText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
