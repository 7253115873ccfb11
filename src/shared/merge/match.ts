import { diffArrays } from 'diff'

/** What a merge has to know about the items of a sequence: blocks, list items, table rows, sentences, words. */
export interface Items<T> {
  /** Equal for items that say the same. */
  key(item: T): string
  /** Up to 1: how likely one is an edited form of the other; below 0 it cannot be. Null for items that are never edited, only replaced. */
  alike: ((a: T, b: T) => number) | null
  /** How much of what the first says the second says too, up to 1; left out for items of which none is a part of another. */
  share?: (part: T, whole: T) => number
  /** How much it says. Of two items that changed places, the lighter one was moved. Above 0. */
  weight(item: T): number
}

/** Below this two items at one place share too little to be one item edited. */
export const enough = 0.4
/** From this on two items are one, edited, wherever they stand. */
const surely = 0.7
/** From this on they are, if neither is more like any other that is left: of real paragraphs not one in a thousand is so. */
const likely = 0.5
/** Above this many pairs a run of changes is taken as all removed and all added, so that no text takes seconds. */
const mostPairs = 10_000

/** Former index to present index, and which of both are not taken yet. */
export interface Pairing {
  found: Map<number, number>
  gone: Set<number>
  come: Set<number>
  /** Former items whose form now has hardly a word in common with them: something else may have taken their place. */
  replaced: Set<number>
}

/** What became of former items, where something else than the text tells: present index by former one, and those of which hardly a word was left. */
export interface KnownPairs {
  found: ReadonlyMap<number, number>
  replaced: ReadonlySet<number>
}

/** What is what: former index to present index, wherever it stands now. `known` goes before all that is not word for word the same. */
export function pairingOf<T>(
  base: readonly T[],
  side: readonly T[],
  items: Items<T>,
  known: KnownPairs | null = null,
): Pairing {
  const [was, is] = [base.map(items.key), side.map(items.key)]
  const pairing: Pairing = {
    found: new Map(),
    gone: new Set(was.keys()),
    come: new Set(is.keys()),
    replaced: new Set(),
  }
  const runs = pairSame(was, is, pairing)
  pairMoved(was, is, pairing)
  if (known !== null) return pairKnown(known, pairing)
  // What is surely the same at another place comes before what is perhaps the same in this one.
  for (const run of runs) pairEdited(base, side, run, pairing, items, surely)
  pairMovedAndEdited(base, side, pairing, items, (_, __, score) => score >= surely)
  for (const run of runs) pairEdited(base, side, run, pairing, items, enough)
  // A few words more, or fewer, are a large part of a short item.
  pairMovedAndEdited(base, side, pairing, items, (was, is) => holdsAll(was, is, items) || holdsAll(is, was, items))
  pairNearest(base, side, pairing, items)
  pairJoined(base, side, pairing, items)
  for (const run of runs) pairReplaced(base, side, run, pairing, items)
  return pairing
}

function take({ found, gone, come }: Pairing, i: number, j: number): void {
  found.set(i, j)
  gone.delete(i)
  come.delete(j)
}

interface Run {
  i: number
  j: number
  removed: number
  fresh: number
}

/** Pairs what stayed as it was, and says where the runs of changes between are. */
function pairSame(was: readonly string[], is: readonly string[], pairing: Pairing): Run[] {
  const runs: Run[] = []
  let run: Run = { i: 0, j: 0, removed: 0, fresh: 0 }
  const end = (count: number) => {
    if (run.removed > 0 && run.fresh > 0) runs.push(run)
    run = { i: run.i + run.removed + count, j: run.j + run.fresh + count, removed: 0, fresh: 0 }
  }
  for (const part of diffArrays([...was], [...is])) {
    if (part.removed) run.removed += part.count
    else if (part.added) run.fresh += part.count
    else {
      const [i, j] = [run.i + run.removed, run.j + run.fresh]
      for (let offset = 0; offset < part.count; offset++) take(pairing, i + offset, j + offset)
      end(part.count)
    }
  }
  end(0)
  return runs
}

/** Pairs what is at another place now with every word as it was, where there is no second one like it. */
function pairMoved(was: readonly string[], is: readonly string[], pairing: Pairing): void {
  if (pairing.gone.size === 0 || pairing.come.size === 0) return
  const times = new Map<string, number>()
  for (const key of was) times.set(key, (times.get(key) ?? 0) + 1)
  const places = new Map<string, number>()
  for (const j of [...pairing.come].reverse()) places.set(is[j] ?? '', j)
  for (const i of pairing.gone) {
    const j = places.get(was[i] ?? '')
    if (j !== undefined && times.get(was[i] ?? '') === 1) take(pairing, i, j)
  }
}

function pairKnown(known: KnownPairs, pairing: Pairing): Pairing {
  for (const [i, j] of known.found) {
    if (!pairing.gone.has(i) || !pairing.come.has(j)) continue
    take(pairing, i, j)
    if (known.replaced.has(i)) pairing.replaced.add(i)
  }
  return pairing
}

/** Nearly all of what a part says, and hardly more than all of the whole. */
const [nearlyAll, hardlyMore] = [0.75, 1.25]

/**
 * Of several former items that one new item consists of, it is the first: so it is in every text, whatever else stands
 * beside them, and whichever of them has more of its words in it after the next edit.
 */
function pairJoined<T>(base: readonly T[], side: readonly T[], pairing: Pairing, items: Items<T>): void {
  const { found, gone, come } = pairing
  const { alike, share, key } = items
  if (!alike || !share || gone.size === 0 || gone.size * (found.size + come.size) > mostPairs) return
  const edited = [...found].filter(([i, j]) => key(base[i] as T) !== key(side[j] as T))
  for (const [own, j] of [...edited, ...[...come].map(j => [-1, j] as const)]) {
    const whole = side[j] as T
    const isPart = (i: number) => share(base[i] as T, whole) >= nearlyAll && alike(base[i] as T, whole) >= enough
    const parts = [own, ...gone].filter(i => i >= 0 && isPart(i)).toSorted((one, other) => one - other)
    const said = parts.reduce((sum, i) => sum + share(whole, base[i] as T), 0)
    const [first] = parts
    if (first === undefined || first === own || parts.length < 2 || said > hardlyMore) continue
    if (own >= 0 && !parts.includes(own)) continue
    if (own >= 0) gone.add(own)
    found.delete(own)
    take(pairing, first, j)
  }
}

/** Inside a run of changes: which new item is which former one, edited. Order is kept. */
function pairEdited<T>(
  base: readonly T[],
  side: readonly T[],
  run: Run,
  pairing: Pairing,
  items: Items<T>,
  least: number,
): void {
  const gone = range(run.i, run.removed).filter(i => pairing.gone.has(i))
  const come = range(run.j, run.fresh).filter(j => pairing.come.has(j))
  const { alike } = items
  if (alike === null || gone.length === 0 || come.length === 0 || gone.length * come.length > mostPairs) return
  const known = range(run.i, run.removed).flatMap(i => {
    const j = pairing.found.get(i)
    return j === undefined || j < run.j || j >= run.j + run.fresh ? [] : [[i, j] as const]
  })
  const crosses = (i: number, j: number) => known.some(([a, b]) => a < i !== b < j)
  const like = gone.map(i => come.map(j => (crosses(i, j) ? 0 : likenessAt(base[i], side[j], alike, enough))))
  const scored = like.map(row => row.map(score => (score >= least ? score : 0)))
  for (const [a, b] of bestPairs(scored)) take(pairing, gone[a] ?? 0, come[b] ?? 0)
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, offset) => from + offset)

function likenessAt<T>(was: T | undefined, is: T | undefined, alike: (a: T, b: T) => number, least: number): number {
  const score = was === undefined || is === undefined ? 0 : alike(was, is)
  return score >= least ? score : 0
}

/** The pairs of row and column, in order, whose likeness adds up to the most. */
function bestPairs(like: readonly (readonly number[])[]): [number, number][] {
  const width = like[0]?.length ?? 0
  const best = Array.from({ length: like.length + 1 }, () => new Array<number>(width + 1).fill(0))
  const at = (a: number, b: number) => best[a]?.[b] ?? 0
  for (let a = like.length - 1; a >= 0; a--) {
    for (let b = width - 1; b >= 0; b--) {
      const row = best[a]
      if (row) row[b] = Math.max(at(a + 1, b), at(a, b + 1), (like[a]?.[b] ?? 0) + at(a + 1, b + 1))
    }
  }
  const found: [number, number][] = []
  for (let a = 0, b = 0; a < like.length && b < width; ) {
    const score = like[a]?.[b] ?? 0
    if (score > 0 && at(a, b) === score + at(a + 1, b + 1)) found.push([a++, b++])
    // Of two former items that one is equally like, it is the first, whatever else stands between here.
    else if (at(a, b) === at(a, b + 1)) b++
    else a++
  }
  return found
}

/** Pairs what is at another place now, with other words. */
function pairMovedAndEdited<T>(
  base: readonly T[],
  side: readonly T[],
  pairing: Pairing,
  items: Items<T>,
  isOne: (was: T, is: T, score: number) => boolean,
): void {
  const { alike } = items
  const { gone, come } = pairing
  if (alike === null || gone.size === 0 || come.size === 0 || gone.size * come.size > mostPairs) return
  for (const i of [...gone]) {
    let best = { j: -1, score: 0 }
    for (const j of come) {
      const [was, is] = [base[i], side[j]]
      const score = likenessAt(was, is, alike, enough)
      if (was !== undefined && is !== undefined && score > best.score && isOne(was, is, score)) best = { j, score }
    }
    if (best.score > 0) take(pairing, i, best.j)
  }
}

/** Pairs what is most like each other of all that is left, wherever it stands now. */
function pairNearest<T>(base: readonly T[], side: readonly T[], pairing: Pairing, { alike }: Items<T>): void {
  const { gone, come } = pairing
  if (alike === null || gone.size === 0 || come.size === 0 || gone.size * come.size > mostPairs) return
  const nearest = new Map<number, { i: number; score: number }>()
  const best = [...gone].map(i => {
    let found = { i, j: -1, score: 0 }
    for (const j of come) {
      const score = likenessAt(base[i], side[j], alike, likely)
      if (score > found.score) found = { i, j, score }
      if (score > (nearest.get(j)?.score ?? 0)) nearest.set(j, { i, score })
    }
    return found
  })
  for (const { i, j } of best) if (j >= 0 && nearest.get(j)?.i === i) take(pairing, i, j)
}

const holdsAll = <T>(part: T, whole: T, { share }: Items<T>) => share?.(part, whole) === 1

/** In a run of changes with one item left on each side, of one type, the one was written anew as the other. */
function pairReplaced<T>(base: readonly T[], side: readonly T[], run: Run, pairing: Pairing, items: Items<T>): void {
  const [i = -1, ...moreGone] = range(run.i, run.removed).filter(place => pairing.gone.has(place))
  const [j = -1, ...moreCome] = range(run.j, run.fresh).filter(place => pairing.come.has(place))
  const [was, is] = [base[i], side[j]]
  if (items.alike === null || was === undefined || is === undefined || moreGone.length + moreCome.length > 0) return
  const inPlace = range(run.i, run.removed).every(before => {
    const now = pairing.found.get(before)
    return now === undefined || before < i === now < j
  })
  if (!inPlace || items.alike(was, is) < 0) return
  take(pairing, i, j)
  pairing.replaced.add(i)
}
