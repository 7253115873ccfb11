import type { Block, Inline } from '../content/model.ts'
import { withSameColumns } from './columns.ts'
import { divideJoined, joinDivided } from './divided.ts'
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
): Piece<Block>[] {
  // The result holds nodes of these three sequences and nodes of their types with merged content: blocks, all of them.
  return mergeNodes(before, mine, theirs) as Piece<Block>[]
}

function mergeNodes(before: readonly Tree[], mine: readonly Tree[], theirs: readonly Tree[]): Piece<Tree>[] {
  const joined = joinDivided(before, { mine, theirs })
  if (joined === null) return mergeSequences(before, mine, theirs, byNode)
  return mergeSequences(before, joined.mine, joined.theirs, byNode).map(divideJoined)
}

export const byNode: SequenceRules<Tree> = {
  key: keyOf,
  // A list that became a table is the same only if hardly a word has changed.
  alike: (a, b) => likeness(wordsOf(a), wordsOf(b)) - (a.type === b.type ? 0 : 0.5),
  share: (part, whole) => (part.type === whole.type ? shareOf(wordsOf(part), wordsOf(whole)) : 0),
  weight: node => 1 + wordsOf(node).size,
  mergeOne: mergeNode,
  bothAdded: 'keep',
  rank: rankOf,
  isHeading: ({ type }) => type === 'heading',
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

function mergeNode(before: Tree, mine: Tree, theirs: Tree): Piece<Tree> {
  if (mine.type !== before.type || theirs.type !== before.type) {
    return { kind: 'clash', before: [before], mine: [mine], theirs: [theirs] }
  }
  const attrs = mergeAttrs(before.attrs, mine.attrs, theirs.attrs)
  const content = mergeContent(before, mine, theirs)
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

function mergeContent(before: Tree, mine: Tree, theirs: Tree): Merged<Tree[]> {
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
        inside(was.slice(1), here.slice(1), there.slice(1)),
      )
    case 'table':
      return mergeRows(was, here, there)
    case 'codeBlock':
      return mergedWhole(was, here, there)
    default:
      return inside(was, here, there)
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

function inside(was: Tree[], here: Tree[], there: Tree[]): Merged<Tree[]> {
  return asMerged(mergeNodes(was, here, there))
}

function asMerged(pieces: readonly Piece<Tree>[]): Merged<Tree[]> {
  return { mine: flatten(pieces, 'mine'), theirs: flatten(pieces, 'theirs'), clash: hasClash(pieces) }
}

/** Children that are what they are by their place: the cells of a row, the summary of details. */
function mergeByPlace(was: Tree[], here: Tree[], there: Tree[]): Merged<Tree[]> {
  if (was.length !== here.length || was.length !== there.length) return mergedWhole(was, here, there)
  const parts = was.map((node, index): Merged<Tree[]> => {
    return asMerged([mergeItem(node, here[index] ?? null, there[index] ?? null, byNode)])
  })
  return parts.reduce(both, { mine: [], theirs: [], clash: false })
}

const both = (a: Merged<Tree[]>, b: Merged<Tree[]>): Merged<Tree[]> => ({
  mine: [...a.mine, ...b.mine],
  theirs: [...a.theirs, ...b.theirs],
  clash: a.clash || b.clash,
})

/** Row by row, with the columns that either added or removed. Where the rows then do not fit, each keeps their table. */
function mergeRows(was: Tree[], here: Tree[], there: Tree[]): Merged<Tree[]> {
  const rows = withSameColumns({ was, here, there })
  const whole = { mine: here, theirs: there, clash: true }
  if (rows === null) return whole
  const merged = inside(rows.was, rows.here, rows.there)
  const fits = (made: Tree[]) => new Set(made.map(row => row.content?.length ?? 0)).size <= 1
  return fits(merged.mine) && fits(merged.theirs) ? merged : whole
}
