import type { Block, Inline } from '../content/model.ts'
import { withSameColumns } from './columns.ts'
import { divideJoined, joinDividedIn } from './divided.ts'
import { followed, type Known, type Steps } from './history.ts'
import { mergeItem, type SequenceRules } from './item.ts'
import { likeness, shareOf } from './likeness.ts'
import { flatten, hasClash, type Piece } from './piece.ts'
import { mergeInlines } from './sentences.ts'
import { mergeSequences } from './sequence.ts'
import { keyOf, type Tree, wordsOf } from './tree.ts'

/** A part of a node, put together; where both changed it differently, once for each winner. */
interface Merged<T> {
  mine: T
  theirs: T
  clash: boolean
}

/** Three-way merge of the blocks of a page. A clash is always of whole blocks, with all that does not clash inside merged. */
export function mergeBlocks(
  before: readonly Block[],
  mine: readonly Block[],
  theirs: readonly Block[],
  between: Between | null = null,
): Piece<Block>[] {
  // The result holds nodes of these three sequences and nodes of their types with merged content: blocks, all of them.
  return mergeNodes(before, mine, theirs, between) as Piece<Block>[]
}

function mergeNodes(
  before: readonly Tree[],
  mine: readonly Tree[],
  theirs: readonly Tree[],
  between: Between | null,
): Piece<Tree>[] {
  const known = between && {
    mine: between.mine.length > 0 ? followed(before, between.mine, mine, likeNodes) : null,
    theirs: between.theirs.length > 0 ? followed(before, between.theirs, theirs, likeNodes) : null,
  }
  const own = known?.mine?.joined ?? joinDividedIn(before, mine)
  const their = known?.theirs?.joined ?? joinDividedIn(before, theirs)
  const pieces = mergeSequences(before, own, their, byNode(before, known), known)
  return pieces.map(divideJoined)
}

/** The versions between the common one and each of the two. */
export interface Between {
  mine: Steps
  theirs: Steps
}

export const likeNodes: Omit<SequenceRules<Tree>, 'mergeOne'> = {
  key: keyOf,
  // A list that became a table is the same only if hardly a word has changed.
  alike: (a, b) => likeness(wordsOf(a), wordsOf(b)) - (a.type === b.type ? 0 : 0.5),
  share: (part, whole) => (part.type === whole.type ? shareOf(wordsOf(part), wordsOf(whole)) : 0),
  weight: node => 1 + wordsOf(node).size,
  bothAdded: 'keep',
  rank: rankOf,
  isHeading: ({ type }) => type === 'heading',
  isOnlyLess,
  holds,
}

/** `known`: what became of each of these nodes on the way, which says what became of what is in it. */
function byNode(before: readonly Tree[], known: Record<keyof Between, Known | null> | null): SequenceRules<Tree> {
  const inside = (forms: readonly Tree[] = []) => forms.map(({ content }) => content ?? [])
  const betweenIn = (node: Tree) => {
    const thing = before.indexOf(node)
    return known && { mine: inside(known.mine?.forms.get(thing)), theirs: inside(known.theirs?.forms.get(thing)) }
  }
  return { ...likeNodes, mergeOne: (was, mine, theirs) => mergeNode(was, mine, theirs, betweenIn(was)) }
}

/** A section belongs to its heading, and a list or a picture to the paragraph before it. */
function rankOf({ type, attrs }: Tree): number {
  if (type === 'heading') return 8 - Number(attrs?.level)
  return type === 'paragraph' ? 1 : 0
}

/** These are nothing without something in them: when two people emptied one between them, it is gone. */
const neverEmpty: readonly string[] = [
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'callout',
  'steps',
  'table',
]

function holds(whole: Tree, part: Tree): boolean {
  return (whole.content ?? []).some(child => keyOf(child) === keyOf(part) || holds(child, part))
}

/**
 * A list of which one removed some items and another the rest is gone, and so it is when the same comes once more; and a
 * table of which they removed the columns.
 */
function isOnlyLess(before: Tree, now: Tree): boolean {
  if (before.type !== now.type || !(now.type === 'tableRow' || neverEmpty.includes(now.type))) return false
  if (JSON.stringify(before.attrs) !== JSON.stringify(now.attrs)) return false
  const [was = [], is = []] = [before.content, now.content]
  return is.every(child => was.some(each => keyOf(each) === keyOf(child) || isOnlyLess(each, child)))
}

function mergeNode(before: Tree, mine: Tree, theirs: Tree, between: Between | null): Piece<Tree> {
  if (mine.type !== before.type || theirs.type !== before.type) {
    return { kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }
  }
  const attrs = mergeAttrs(before.attrs, mine.attrs, theirs.attrs)
  const content = mergeContent(before, mine, theirs, between)
  const made = (winner: 'mine' | 'theirs'): Tree[] => {
    const inner = content[winner]
    if (inner.length === 0 && neverEmpty.includes(before.type)) return []
    const { content: _, attrs: __, ...rest } = theirs
    const kept = attrs[winner]
    return [{ ...rest, ...(kept ? { attrs: kept } : {}), ...(inner.length > 0 ? { content: inner } : {}) }]
  }
  return attrs.clash || content.clash
    ? { kind: 'clash', before: [before], mine: made('mine'), theirs: made('theirs') }
    : { kind: 'settled', items: made('theirs') }
}

type Attrs = Record<string, unknown> | undefined

function mergeAttrs(before: Attrs, mine: Attrs, theirs: Attrs): Merged<Attrs> {
  if (!before || !mine || !theirs) return { mine, theirs, clash: false }
  const merged = { mine: { ...mine }, theirs: { ...theirs }, clash: false }
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const { value, clash } = mergeWhole(before[name], mine[name], theirs[name])
    if (clash) merged.clash = true
    else merged.mine[name] = merged.theirs[name] = value
  }
  return merged
}

function mergeWhole<T>(before: T, mine: T, theirs: T): { value: T; clash: boolean } {
  const [was, here, there] = [before, mine, theirs].map(value => JSON.stringify(value))
  if (here === was) return { value: theirs, clash: false }
  return { value: mine, clash: there !== was && there !== here }
}

function mergeContent(before: Tree, mine: Tree, theirs: Tree, between: Between | null): Merged<Tree[]> {
  const [was, here, there] = [before, mine, theirs].map(node => node.content ?? [])
  if (!was || !here || !there) return { mine: [], theirs: [], clash: false }
  switch (before.type) {
    case 'paragraph':
    case 'heading':
    case 'summary':
    case 'tableCell':
    case 'tableHeader':
      return mergeText(was, here, there)
    case 'tableRow':
      return mergeByPlace(was, here, there)
    case 'details':
      return both(
        mergeByPlace(was.slice(0, 1), here.slice(0, 1), there.slice(0, 1)),
        inside(was.slice(1), here.slice(1), there.slice(1), between && withoutFirst(between)),
      )
    case 'table':
      return mergeRows(was, here, there)
    case 'codeBlock':
      return mergedWhole(was, here, there)
    default:
      return inside(was, here, there, between)
  }
}

function mergedWhole(was: Tree[], here: Tree[], there: Tree[]): Merged<Tree[]> {
  const { value, clash } = mergeWhole(was, here, there)
  return clash ? { mine: here, theirs: there, clash } : { mine: value, theirs: value, clash }
}

function mergeText(was: Tree[], here: Tree[], there: Tree[]): Merged<Tree[]> {
  const merged = mergeInlines(was as Inline[], here as Inline[], there as Inline[])
  return merged === null ? { mine: here, theirs: there, clash: true } : { mine: merged, theirs: merged, clash: false }
}

function inside(was: Tree[], here: Tree[], there: Tree[], between: Between | null): Merged<Tree[]> {
  return asMerged(mergeNodes(was, here, there, between))
}

const withoutFirst = ({ mine, theirs }: Between): Between => ({
  mine: mine.map(step => step.slice(1)),
  theirs: theirs.map(step => step.slice(1)),
})

function asMerged(pieces: readonly Piece<Tree>[]): Merged<Tree[]> {
  return { mine: flatten(pieces, 'mine'), theirs: flatten(pieces, 'theirs'), clash: hasClash(pieces) }
}

/** Children that are what they are by their place: the cells of a row, the summary of details. */
function mergeByPlace(was: Tree[], here: Tree[], there: Tree[]): Merged<Tree[]> {
  if (was.length !== here.length || was.length !== there.length) return mergedWhole(was, here, there)
  const parts = was.map((node, index): Merged<Tree[]> => {
    return asMerged([mergeItem(node, here[index] ?? null, there[index] ?? null, byNode([node], null))])
  })
  return parts.reduce(both, { mine: [], theirs: [], clash: false })
}

const both = (a: Merged<Tree[]>, b: Merged<Tree[]>): Merged<Tree[]> => ({
  mine: [...a.mine, ...b.mine],
  theirs: [...a.theirs, ...b.theirs],
  clash: a.clash || b.clash,
})

const withCells = (rows: Tree[]) => rows.filter(({ content }) => content?.length)

/** Row by row, with the columns that either added or removed. Where the rows then do not fit, each keeps their table. */
function mergeRows(was: Tree[], here: Tree[], there: Tree[]): Merged<Tree[]> {
  const rows = withSameColumns({ was, here, there })
  const whole = { mine: here, theirs: there, clash: true }
  if (rows === null) return whole
  const { clash, ...made } = inside(rows.was, rows.here, rows.there, null)
  const merged = { mine: withCells(made.mine), theirs: withCells(made.theirs), clash }
  const fits = (made: Tree[]) => new Set(made.map(row => row.content?.length ?? 0)).size <= 1
  return fits(merged.mine) && fits(merged.theirs) ? merged : whole
}
