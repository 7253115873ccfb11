import { wordsIn } from '../content/index.ts'
import type { Details } from './comment.ts'

/** Two comments that are one: the same reference, the same words, or nearly the same words that came within a month. */

type Compared = Pick<Details, 'words' | 'received' | 'reference'>
export type Alike = 'same-reference' | 'same-words' | 'nearly'

const nearly = 0.85
const monthMs = 31 * 86_400_000

export function alike(one: Compared, other: Compared): Alike | null {
  if (one.reference !== '' && one.reference === other.reference) return 'same-reference'
  // Two numbers of one survey are two answers, however alike: many families say “not enough groups”.
  if (one.reference !== '' && other.reference !== '') return null
  const [here, there] = [wordsOf(one), wordsOf(other)]
  if (here.joined === there.joined) return 'same-words'
  const apart = Math.abs(here.came - there.came)
  return apart <= monthMs && likeness(here, there) >= nearly ? 'nearly' : null
}

/** The first of these that is the same comment. */
export function findAlike<T extends Compared>(one: Compared, others: readonly T[]): { other: T; how: Alike } | null {
  for (const other of others) {
    const how = alike(one, other)
    if (how !== null) return { other, how }
  }
  return null
}

/** A list that grows while it is asked for the first that is the same comment as another. */
export interface AlikeList<T extends Compared> {
  add(one: T): void
  find(one: Compared): { other: T; how: Alike } | null
}

/**
 * The same answers as `findAlike` of all that were added, without comparing each with each: only those are compared that have
 * a reference, all their words, or one of their few longest words in common. Two comments that share 85 in 100 of their words
 * share one of these (prefix filtering: Bayardo, Ma and Srikant, “Scaling up all pairs similarity search”, 2007).
 */
export function alikeList<T extends Compared>(first: readonly T[] = []): AlikeList<T> {
  const all: T[] = []
  const places = new Map<string, number[]>()
  const list: AlikeList<T> = {
    add(one) {
      for (const key of keysOf(one)) {
        const own = places.get(key)
        if (own === undefined) places.set(key, [all.length])
        else own.push(all.length)
      }
      all.push(one)
    },
    find(one) {
      const near = new Set(keysOf(one).flatMap(key => places.get(key) ?? []))
      const others = [...near].sort((a, b) => a - b).flatMap(at => all[at] ?? [])
      return findAlike(one, others)
    },
  }
  for (const one of first) list.add(one)
  return list
}

function keysOf(one: Compared): string[] {
  const { joined, longestFirst } = wordsOf(one)
  const few = longestFirst.length - Math.ceil(nearly * longestFirst.length - 1e-9) + 1
  const some = longestFirst.slice(0, few).map(word => `word ${word}`)
  return [`all ${joined}`, ...some, ...(one.reference === '' ? [] : [`reference ${one.reference}`])]
}

interface Words {
  joined: string
  each: ReadonlySet<string>
  /** How many there are, the same one again counted again. */
  many: number
  longestFirst: readonly string[]
  /** In milliseconds. */
  came: number
}

const read = new WeakMap<Compared, Words>()

function wordsOf(one: Compared): Words {
  const known = read.get(one)
  if (known !== undefined) return known
  const list = wordsIn(one.words.toLowerCase())
  const each = new Set(list)
  const longestFirst = [...each].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const words = { joined: list.join(' '), each, many: list.length, longestFirst, came: Date.parse(one.received) }
  read.set(one, words)
  return words
}

/** How many of the words of both are in both, from 0 to 1; a few words are alike by chance. */
function likeness(here: Words, there: Words): number {
  if (Math.min(here.many, there.many) < 6) return 0
  const [mine, theirs] = [here.each, there.each]
  if (Math.min(mine.size, theirs.size) < nearly * Math.max(mine.size, theirs.size)) return 0
  let shared = 0
  for (const word of mine) if (theirs.has(word)) shared++
  return shared / (mine.size + theirs.size - shared)
}
