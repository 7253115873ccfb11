import { wordsIn } from '../content/index.ts'

/** The words of a text with how often each is there. */
export type Bag = ReadonlyMap<string, number>

export function bagOf(text: string): Bag {
  const bag = new Map<string, number>()
  for (const word of wordsIn(text.toLowerCase())) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/** How alike two texts are, from 0 (no word in common, or none at all) to 1: twice the shared words by all words. */
export function likeness(a: Bag, b: Bag): number {
  const all = sizeOf(a) + sizeOf(b)
  return all === 0 ? 0 : (2 * sharedBy(a, b)) / all
}

/** How much of a part's words stands in the whole, from 0 (none, or it has none) to 1. */
export function shareOf(part: Bag, whole: Bag): number {
  const size = sizeOf(part)
  return size === 0 ? 0 : sharedBy(part, whole) / size
}

function sharedBy(a: Bag, b: Bag): number {
  let shared = 0
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0)
  return shared
}

/** A bag is compared with many others: its words are added up once. */
const sizes = new WeakMap<Bag, number>()

function sizeOf(bag: Bag): number {
  let size = sizes.get(bag)
  if (size === undefined) {
    size = 0
    for (const count of bag.values()) size += count
    sizes.set(bag, size)
  }
  return size
}
