import type { SequenceRules } from './item.ts'
import { enough } from './match.ts'
import { type Places, placesOf, withMissing } from './order.ts'

/** What one person has, as the merge sees it: the order of what was there before, and what is new beside each of it. */
export interface Side<T> {
  places: Places
  added: Record<Where, ReadonlyMap<number, readonly (readonly T[])[]>>
}

/** To what something new belongs: to the item after it, as a heading does or what was cut off it, or to the one before it. */
export type Where = 'heading' | 'cut off' | 'after'

/** A person's text, and where in it each former item is. */
export interface Version<T> {
  items: readonly T[]
  found: ReadonlyMap<number, number>
}

/**
 * Something new belongs to what stands before it, and goes where that goes; a new heading, with all that is new under it,
 * belongs to what it heads. Where an item between two new ones is gone, they are two lists: a text that never had that item
 * says no more of which came first. `stays` are the former items that stay; what belongs to the start of the text has the
 * number -1.
 */
export function sideOf<T>(
  { items, found }: Version<T>,
  base: readonly T[],
  stays: readonly number[],
  rules: SequenceRules<T>,
): Side<T> {
  const things = new Map(stays.map((i, thing) => [found.get(i), thing]))
  const former = new Set(found.values())
  const added: Record<Where, Map<number, T[][]>> = { heading: new Map(), 'cut off': new Map(), after: new Map() }
  const put = (where: Where, thing: number, list: T[]) => {
    if (list.length > 0) added[where].set(thing, [...(added[where].get(thing) ?? []), list])
  }
  const order: number[] = []
  let lists: T[][] = [[]]
  const putAll = (next: number) => {
    for (const list of lists) {
      const heading = list.findIndex(rules.isHeading)
      const at = heading < 0 ? list.length : heading
      put('after', order.at(-1) ?? -1, list.slice(0, at))
      put('heading', next, list.slice(at))
    }
    lists = [[]]
  }
  for (const [place, item] of items.entries()) {
    const thing = things.get(place)
    const before = thing === undefined ? undefined : base[stays[thing] ?? -1]
    if (thing !== undefined && before !== undefined) {
      const last = lists.at(-1) ?? []
      const cut = last.splice(last.findLastIndex(each => !isCutOff(each, before, item, rules)) + 1)
      putAll(thing)
      put('cut off', thing, cut)
      order.push(thing)
    } else if (former.has(place)) lists.push([])
    else lists.at(-1)?.push(item)
  }
  putAll(stays.length)
  // What this person removed while the other edited it stands after what it stood after.
  const missing = stays.flatMap((i, thing) => (found.has(i) ? [] : [thing]))
  return { places: placesOf(withMissing(order, missing)), added }
}

/**
 * Whether something new above an edited item was its beginning: the two were one, and move as one. From an item that has all
 * its words still, nothing was cut off, however like it the new one is.
 */
function isCutOff<T>(fresh: T, before: T, edited: T, { alike, key, bothAdded, share }: SequenceRules<T>): boolean {
  if (alike === null || bothAdded === 'ask' || key(edited) === key(before) || share?.(before, edited) === 1)
    return false
  return alike(before, fresh) >= enough
}
