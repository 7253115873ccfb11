import { diffArrays } from 'diff'

/** What a merge has to know about the items of a sequence: blocks, list items, table rows, sentences, words. */
export interface Items<T> {
  /** Equal for items that say the same. */
  key(item: T): string
  /** From 0 to 1: how likely one is an edited form of the other. Null for items that are never edited, only replaced. */
  alike: ((a: T, b: T) => number) | null
}

/** What one person did to a sequence. */
export interface Matching<T> {
  /** For each former item what became of it: the same, an edited form, or null where it was removed. */
  fates: (T | null)[]
  /** What was added before each former item; one more entry for the end. */
  added: T[][]
}

/** Below this two items share too little to be one item edited. */
const enough = 0.3
/** Above this many pairs a run of changes is taken as all removed and all added, so that no text takes seconds. */
const mostPairs = 10_000

export function match<T>(base: readonly T[], side: readonly T[], items: Items<T>): Matching<T> {
  const fates: (T | null)[] = base.map(() => null)
  const added: T[][] = Array.from({ length: base.length + 1 }, () => [])
  let i = 0
  let j = 0
  const endRun = (removed: number, fresh: number) => {
    matchRun(base, side, { i, j, removed, fresh }, items, fates, added)
    i += removed
    j += fresh
  }
  let removed = 0
  let fresh = 0
  for (const part of diffArrays(base.map(items.key), side.map(items.key))) {
    if (part.removed) removed += part.count
    else if (part.added) fresh += part.count
    else {
      endRun(removed, fresh)
      removed = 0
      fresh = 0
      for (const end = i + part.count; i < end; i++, j++) fates[i] = side[j] ?? null
    }
  }
  endRun(removed, fresh)
  return { fates, added }
}

interface Run {
  i: number
  j: number
  removed: number
  fresh: number
}

/** Inside a run of changes: which new item is which former one, edited. Order is kept. */
function matchRun<T>(
  base: readonly T[],
  side: readonly T[],
  run: Run,
  items: Items<T>,
  fates: (T | null)[],
  added: T[][],
): void {
  let gap = run.i
  let next = run.j
  for (const [i, j] of pairs(base, side, run, items)) {
    added[gap]?.push(...side.slice(next, j))
    fates[i] = side[j] ?? null
    gap = i + 1
    next = j + 1
  }
  added[gap]?.push(...side.slice(next, run.j + run.fresh))
}

/** The pairs, in order, whose likeness adds up to the most. */
function pairs<T>(base: readonly T[], side: readonly T[], run: Run, items: Items<T>): [number, number][] {
  const { removed, fresh } = run
  const { alike } = items
  if (alike === null || removed === 0 || fresh === 0 || removed * fresh > mostPairs) return []
  const best = Array.from({ length: removed + 1 }, () => new Array<number>(fresh + 1).fill(0))
  const at = (a: number, b: number) => best[a]?.[b] ?? 0
  const like: number[][] = []
  for (let a = removed - 1; a >= 0; a--) {
    const row = new Array<number>(fresh).fill(0)
    like[a] = row
    for (let b = fresh - 1; b >= 0; b--) {
      const [was, is] = [base[run.i + a], side[run.j + b]]
      const score = was === undefined || is === undefined ? 0 : alike(was, is)
      row[b] = score >= enough ? score : 0
      const here = best[a]
      if (here) here[b] = Math.max(at(a + 1, b), at(a, b + 1), (row[b] ?? 0) + at(a + 1, b + 1))
    }
  }
  const found: [number, number][] = []
  for (let a = 0, b = 0; a < removed && b < fresh; ) {
    const score = like[a]?.[b] ?? 0
    if (score > 0 && at(a, b) === score + at(a + 1, b + 1)) found.push([run.i + a++, run.j + b++])
    else if (at(a, b) === at(a + 1, b)) a++
    else b++
  }
  return found
}
