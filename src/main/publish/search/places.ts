import type { PageOfIndex } from './bundle.ts'

/** Where the pages of an index stand in the one that follows it. */
export interface PlacesOfPages {
  /** The new number of each page of before by its number; below zero where it is not there any more. */
  numbers: Int32Array
  /** Of pages that stand elsewhere or came in, their new numbers… */
  come: ReadonlyMap<string, number>
  /** …and of those that stand elsewhere or went, the numbers that they had. */
  gone: ReadonlyMap<string, number>
}

/** Most pages are where they were: a page that stays is the same object in both. */
export function placesOf(before: readonly PageOfIndex[], now: readonly PageOfIndex[]): PlacesOfPages {
  const numbers = new Int32Array(before.length).fill(-1)
  const gone = new Map<string, number>()
  const come = new Map<string, number>()
  for (let at = 0; at < Math.max(before.length, now.length); at++) {
    const [one, other] = [before[at], now[at]]
    if (one === other) {
      numbers[at] = at
      continue
    }
    if (one !== undefined) gone.set(one.name, at)
    if (other !== undefined) come.set(other.name, at)
  }
  for (const [name, at] of gone) numbers[at] = come.get(name) ?? -1
  return { numbers, come, gone }
}
