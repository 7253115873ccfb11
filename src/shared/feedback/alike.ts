import { wordsIn } from '../content/index.ts'
import type { Details } from './comment.ts'

/** Two comments that are one: the same reference, the same words, or nearly the same words that came within a month. */

type Compared = Pick<Details, 'words' | 'received' | 'reference'>
export type Alike = 'same-reference' | 'same-words' | 'nearly'

const nearly = 0.85
const monthMs = 31 * 86_400_000

export const alike = (one: Compared, other: Compared): Alike | null => compared(wordsOf(one), wordsOf(other))

function compared(here: Words, there: Words): Alike | null {
  if (here.reference !== '' && here.reference === there.reference) return 'same-reference'
  // Two numbers of one survey are two answers, however alike: many families say “not enough groups”.
  if (here.reference !== '' && there.reference !== '') return null
  if (here.joined === there.joined) return 'same-words'
  return Math.abs(here.came - there.came) <= monthMs && areNearly(here, there) ? 'nearly' : null
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
  const all: { other: T; words: Words }[] = []
  const places = new Map<string, number[]>()
  /** In which asking each of them was compared last. */
  const lookedAt: number[] = []
  let asked = 0
  const list: AlikeList<T> = {
    add(one) {
      for (const key of keysOf(one)) {
        const own = places.get(key)
        if (own === undefined) places.set(key, [all.length])
        else own.push(all.length)
      }
      all.push({ other: one, words: wordsOf(one) })
    },
    find(one) {
      asked += 1
      const here = wordsOf(one)
      let best: { at: number; other: T; how: Alike } | null = null
      for (const key of keysOf(one)) {
        for (const at of places.get(key) ?? []) {
          if (best !== null && at >= best.at) break
          const there = all[at]
          if (there === undefined || lookedAt[at] === asked) continue
          lookedAt[at] = asked
          const how = compared(here, there.words)
          if (how !== null) best = { at, other: there.other, how }
        }
      }
      return best && { other: best.other, how: best.how }
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
  reference: string
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
  const words = {
    reference: one.reference,
    joined: list.join(' '),
    each,
    many: list.length,
    longestFirst,
    came: Date.parse(one.received),
  }
  read.set(one, words)
  return words
}

/** Whether enough of the words of both are in both; a few words are alike by chance. */
function areNearly(here: Words, there: Words): boolean {
  if (Math.min(here.many, there.many) < 6) return false
  const [mine, theirs] = [here.each.size, there.each.size]
  if (Math.min(mine, theirs) < nearly * Math.max(mine, theirs)) return false
  // With more of mine that are not there, what is shared can no longer be enough.
  let mayMiss = mine - (nearly * (mine + theirs)) / (1 + nearly) + 1e-9
  let shared = 0
  for (const word of here.longestFirst) {
    if (there.each.has(word)) shared += 1
    else if (--mayMiss < 0) return false
  }
  return shared / (mine + theirs - shared) >= nearly
}
