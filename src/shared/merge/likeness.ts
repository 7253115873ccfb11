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
  if (all === 0) return 0
  let shared = 0
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0)
  return (2 * shared) / all
}

const sizeOf = (bag: Bag) => [...bag.values()].reduce((sum, count) => sum + count, 0)
