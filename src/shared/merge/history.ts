import { type Division, divisionsIn, joinDividedIn, partsIn, withJoined } from './divided.ts'
import { type Items, type KnownPairs, pairingOf } from './match.ts'
import type { Tree } from './tree.ts'

/** What was there on the way from the former text to somebody's: versions of the page, or of one node in it, oldest first. */
export type Steps = readonly (readonly Tree[])[]

/** What became of the former items, as the versions on the way tell. */
export interface Known extends KnownPairs {
  /** The newest text with the parts of divided paragraphs as one. */
  joined: readonly Tree[]
  /** The forms that each had on the way, oldest first. */
  forms: ReadonlyMap<number, readonly Tree[]>
}

interface Origin {
  thing: number
  replaced: boolean
}

/**
 * Follows each former item from version to version: between two of them hardly anything changes. So one is known again that
 * in the end stands elsewhere with other words, and what was removed is not taken for what somebody else wrote elsewhere.
 * So are the parts of a paragraph that was divided, of which the newest text may hold hardly a word of the former one, and
 * what stood below it before is no part, whatever it begins with.
 */
export function followed(base: readonly Tree[], steps: Steps, newest: readonly Tree[], items: Items<Tree>): Known {
  const forms = new Map<number, Tree[]>()
  let last = base
  let origins: readonly (Origin | null)[] = base.map((_, thing) => ({ thing, replaced: false }))
  for (const [at, next] of [...steps, newest].entries()) {
    const former = originsIn(next, last, origins, items)
    origins = withParts(former, divisionsIn(next, base), base)
    last = next
    for (const [thing, item] of at < steps.length ? firstOfEach(origins, next) : []) {
      forms.set(thing, [...(forms.get(thing) ?? []), item])
    }
  }
  const runs = runsOf(newest, origins)
  const joined = withJoined(newest, runs)
  return { ...placesIn(base, { joined, runs }, origins, items), forms, joined }
}

/** `undefined` for what was not there in the version before; null for what came on the way. */
function originsIn(
  next: readonly Tree[],
  last: readonly Tree[],
  origins: readonly (Origin | null)[],
  items: Items<Tree>,
): (Origin | null | undefined)[] {
  const joined = joinDividedIn(last, next)
  const { found, replaced } = pairingOf(last, joined, items)
  const former = new Map([...found].map(([place, now]) => [now, place]))
  return joined.flatMap((item, now) => {
    const place = former.get(now) ?? -1
    const origin = origins[place]
    const own = origin && { ...origin, replaced: origin.replaced || replaced.has(place) }
    return partsIn(item).map(() => own)
  })
}

/** A short part that has more words now is known by what it goes on with, unless it was something else before. */
function withParts(
  origins: readonly (Origin | null | undefined)[],
  divisions: readonly Division[],
  base: readonly Tree[],
): (Origin | null)[] {
  const all = origins.map(each => each ?? null)
  for (const { from, count, whole } of divisions) {
    const thing = base.indexOf(whole)
    const parts = origins.slice(from, from + count)
    if (!parts.every(part => part === undefined || part?.thing === thing)) continue
    all.fill(parts.find(part => part !== undefined) ?? { thing, replaced: false }, from, from + count)
  }
  return all
}

function firstOfEach(origins: readonly (Origin | null)[], items: readonly Tree[]): Map<number, Tree> {
  const first = new Map<number, Tree>()
  for (const [place, origin] of [...origins.entries()].reverse()) {
    const item = items[place]
    if (origin && item) first.set(origin.thing, item)
  }
  return first
}

/** Where paragraphs stand one after the other that one became: from which place, and how many. */
function runsOf(newest: readonly Tree[], origins: readonly (Origin | null)[]): Map<number, number> {
  const runs = new Map<number, number>()
  let from = 0
  for (let place = 1; place <= newest.length; place++) {
    const isPart = newest[place]?.type === 'paragraph' && newest[from]?.type === 'paragraph'
    if (isPart && origins[place] && origins[place]?.thing === origins[from]?.thing) continue
    if (place - from > 1) runs.set(from, place - from)
    from = place
  }
  return runs
}

/** Of several items that a former one became, it is the one that is most like it. */
function placesIn(
  base: readonly Tree[],
  { joined, runs }: { joined: readonly Tree[]; runs: ReadonlyMap<number, number> },
  origins: readonly (Origin | null)[],
  { alike }: Items<Tree>,
): KnownPairs {
  const [found, replaced, scores] = [new Map<number, number>(), new Set<number>(), new Map<number, number>()]
  let from = 0
  for (const [now, item] of joined.entries()) {
    const count = runs.get(from) ?? 1
    const origin = origins.slice(from, from + count).find(each => each !== null)
    const before = base[origin?.thing ?? -1]
    from += count
    if (!origin || before === undefined) continue
    const score = alike?.(before, item) ?? 0
    if (score <= (scores.get(origin.thing) ?? -1)) continue
    scores.set(origin.thing, score)
    found.set(origin.thing, now)
    if (origin.replaced) replaced.add(origin.thing)
  }
  return { found, replaced }
}
