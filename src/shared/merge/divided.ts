import { bagOf, shareOf } from './likeness.ts'
import type { Piece } from './piece.ts'
import { keyOf, spokenIn, type Tree, textOfTree, wordsOf } from './tree.ts'

/**
 * A paragraph that somebody divided. Its first part is not what the paragraph became: all of its parts are. So they are
 * merged as the one text that they are parts of, in which a division is a word like any other, and the result is divided
 * where either divided it. That holds where only one did, too: what the other put below the paragraph would stand between
 * its parts else, and a third who divided it elsewhere would not know them again.
 */

/** Stands where a text was divided. No page has it: what reads a page takes it for a sign that is no sign. */
export const division = '\u0000'

/** A text with the parts of each paragraph that was divided in it as one; the text itself where there is none. */
export function joinDividedIn(before: readonly Tree[], items: readonly Tree[]): readonly Tree[] {
  const parts = divisionsIn(items, before)
  return parts.length === 0 ? items : withJoined(items, new Map(parts.map(({ from, count }) => [from, count])))
}

/** Where the parts of a paragraph stand: from which place, how many, and which one it was. */
export interface Division {
  from: number
  count: number
  whole: Tree
}

/** From which place, and how many. */
type Run = readonly [from: number, count: number]

/** Where the parts of divided paragraphs stand in a text, as far as it tells. */
export function divisionsIn(items: readonly Tree[], before: readonly Tree[]): Division[] {
  const found: Division[] = []
  const runs = freshRuns(items, new Set(before.map(keyOf)))
  if (runs.length === 0) return found
  const keys = new Set(items.map(keyOf))
  const gone = before.filter(node => node.type === 'paragraph' && !keys.has(keyOf(node)))
  const wholes = new Map(runs.flatMap(run => placesIn(run).map(place => [place, wholesOf(items, place, run, gone)])))
  const taken = new Set<number>()
  for (const whole of gone) {
    const parts = partsOf(whole, items, runs, wholes)
    if (parts === null || placesIn(parts).some(place => taken.has(place))) continue
    for (const place of placesIn(parts)) taken.add(place)
    const [from, count] = parts
    found.push({ from, count, whole })
  }
  return found
}

const placesIn = ([from, count]: Run) => Array.from({ length: count }, (_, offset) => from + offset)

/** Where two or more paragraphs that were not there before stand one after the other. */
function freshRuns(items: readonly Tree[], known: ReadonlySet<string>): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const [place, item] of [...items, null].entries()) {
    if (item !== null && item.type === 'paragraph' && !known.has(keyOf(item))) continue
    if (place - from > 1) runs.push([from, place - from])
    from = place + 1
  }
  return runs
}

/** Most of what a part says was said before, and all parts say nearly all of it. */
const [most, nearlyAll] = [0.5, 0.75]

/** How surely an item is a part of the whole: 0 if it is none. To go on as the whole did says more than its words. */
function claimOn(items: readonly Tree[], place: number, [start, count]: Run, whole: Tree): number {
  const [above, item, below] = [place - 1, place, place + 1].map(at =>
    at < start || at >= start + count ? undefined : items[at],
  )
  if (item === undefined) return 0
  const share = shareOf(wordsOf(item), wordsOf(whole))
  const follows = goesOn(above, item, whole) || goesOn(item, below, whole)
  return share >= most || follows ? share + (follows ? 1 : 0) : 0
}

/** Of the paragraphs that are gone, those of which this is most surely a part. */
function wholesOf(items: readonly Tree[], place: number, run: Run, gone: readonly Tree[]): ReadonlySet<Tree> {
  const claims = gone.map(whole => claimOn(items, place, run, whole))
  const highest = Math.max(0, ...claims)
  return new Set(highest === 0 ? [] : gone.filter((_, at) => claims[at] === highest))
}

function partsOf(
  whole: Tree,
  items: readonly Tree[],
  runs: readonly Run[],
  wholes: ReadonlyMap<number, ReadonlySet<Tree>>,
): Run | null {
  for (const [start, count] of runs) {
    let from = start
    for (let place = start; place <= start + count; place++) {
      if (place < start + count && wholes.get(place)?.has(whole)) continue
      const parts = withoutIdleEnds(items.slice(from, place), from, whole)
      if (parts !== null) return parts
      from = place + 1
    }
  }
  return null
}

/** The parts without those at either end that say nothing of the whole but what the others say: they are new. */
function withoutIdleEnds(parts: readonly Tree[], from: number, whole: Tree): Run | null {
  if (parts.length < 2) return null
  const said = (some: readonly Tree[]) => shareOf(wordsOf(whole), bagOf(some.map(textOfTree).join(' ')))
  const all = said(parts)
  if (all < nearlyAll) return null
  if (said(parts.slice(1)) === all) return withoutIdleEnds(parts.slice(1), from + 1, whole)
  return said(parts.slice(0, -1)) === all ? withoutIdleEnds(parts.slice(0, -1), from, whole) : [from, parts.length]
}

/** Whether the second goes on as the whole did where the first ends: a short part is known so, whatever was added to it. */
function goesOn(first: Tree | undefined, second: Tree | undefined, whole: Tree): boolean {
  if (first === undefined || second === undefined) return false
  const [above = [], below = [], all = []] = [first, second, whole].map(spokenIn)
  const [last, next] = [above.at(-1), below[0]]
  return all.some((word, at) => {
    if (word !== last || all[at + 1] !== next) return false
    return all[at - 1] === above.at(-2) || all[at + 2] === below[1]
  })
}

/** The text with the items of each run as one: from which place, and how many. */
export function withJoined(items: readonly Tree[], parts: ReadonlyMap<number, number>): Tree[] {
  const joined: Tree[] = []
  for (let place = 0; place < items.length; ) {
    const count = parts.get(place) ?? 1
    const [first, ...others] = items.slice(place, place + count)
    const between: Tree = { type: 'text', text: ` ${division} ` }
    if (first && others.length === 0) joined.push(first)
    else if (first) {
      joined.push({
        ...first,
        content: [first, ...others].flatMap((part, at) => [...(at > 0 ? [between] : []), ...(part.content ?? [])]),
      })
    }
    place += count
  }
  return joined
}

/** What was joined, divided again. */
export function divideJoined({ ...piece }: Piece<Tree>): Piece<Tree> {
  if (piece.kind === 'settled') return { kind: 'settled', items: piece.items.flatMap(partsIn) }
  const [before, mine, theirs] = [piece.before, piece.mine, piece.theirs].map(items => items.flatMap(partsIn))
  return { kind: 'clash', before: before ?? [], mine: mine ?? [], theirs: theirs ?? [] }
}

/** The parts that were joined to one; for every other node, that one. */
export function partsIn(node: Tree): Tree[] {
  if (node.type !== 'paragraph' || !node.content?.some(({ text }) => text?.includes(division))) return [node]
  const parts: Tree[][] = [[]]
  for (const inline of node.content) {
    const [first = '', ...others] = inline.text?.split(division) ?? []
    if (others.length === 0) {
      parts.at(-1)?.push(inline)
      continue
    }
    for (const [at, text] of [first, ...others].entries()) {
      if (at > 0) parts.push([])
      parts.at(-1)?.push({ ...inline, text })
    }
  }
  return parts.flatMap(content => {
    const trimmed = withoutBlankEnds(content)
    return trimmed.length === 0 ? [] : [{ ...node, content: trimmed }]
  })
}

function withoutBlankEnds(content: readonly Tree[]): Tree[] {
  return content.flatMap((inline, at) => {
    if (inline.text === undefined) return [inline]
    let { text } = inline
    if (at === 0) text = text.trimStart()
    if (at === content.length - 1) text = text.trimEnd()
    return text === '' ? [] : [{ ...inline, text }]
  })
}
