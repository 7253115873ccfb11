import {
  childrenOf,
  type Doc,
  type Node,
  nodeAt,
  type ParsedEntry,
  type Places,
  type SourceRange,
  textOf,
} from '../content/index.ts'
import { rangeOfField } from './locate-field.ts'
import { matchesIn } from './matches.ts'
import type { Problem } from './rule.ts'
import { sourceCharacters } from './source-characters.ts'

/** A stretch of a file as editors and SARIF count it: lines and columns from 1, columns in UTF-16 units, the end excluded. */
export interface Location {
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** What has to be known of a file that was read. */
export type Located = Pick<ParsedEntry, 'entry' | 'body' | 'places' | 'bodyOffset'>

/** Where a problem stands in the text of its file; a problem of the whole page is on the first line. */
export function locate(problem: Pick<Problem, 'place' | 'field'>, parsed: Located, text: string): Location {
  return locator(parsed, text)(problem)
}

/** The same for many problems of one file, whose lines and letters are counted once. */
export function locator(parsed: Located, text: string): (problem: Pick<Problem, 'place' | 'field'>) => Location {
  const pointOf = pointsIn(text)
  const rangeInBody = rangesIn(parsed)
  return ({ place, field }) => {
    const { start, end } = field === 'body' ? rangeInBody(place) : rangeOfField(text, field, place)
    const [from, to] = [pointOf(start), pointOf(Math.max(start, end))]
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }
}

function pointsIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0, ...matchesIn(text, /\n/g).map(({ index }) => index + 1)]
  return offset => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: Math.min(offset, text.length) - (starts[low] ?? 0) + 1 }
  }
}

function rangesIn({ entry, body, places, bodyOffset }: Located): (place: Problem['place']) => SourceRange {
  const offsetIn = offsetsIn(body, places)
  return ({ path, start, end, within }) => {
    const node = nodeAt(entry.doc, path)
    const words = node && start !== undefined ? rangeOfWords(node, start, end, places, offsetIn) : null
    const whole = words ?? rangeOfPath(entry.doc, path, places)
    const range = within ? { start: whole.start + within.start, end: whole.start + within.end } : whole
    return { start: bodyOffset + range.start, end: bodyOffset + range.end }
  }
}

/** The node's own range, or that of what is in it, or that of the nearest thing around it. */
function rangeOfPath(doc: Doc, path: readonly number[], places: Places): SourceRange {
  if (path.length === 0) return { start: 0, end: 0 }
  const node = nodeAt(doc, path)
  const own = node && (wordsRange(node, places) ?? places.get(node))
  return own ?? rangeOfPath(doc, path.slice(0, -1), places)
}

/** A cell's range has its bars in it, and a summary has none of its own: their words say more. */
function wordsRange(node: Node, places: Places): SourceRange | null {
  const named = node.type === 'tableCell' || node.type === 'tableHeader' || node.type === 'summary'
  const ranges = named ? childrenOf(node).flatMap(child => places.get(child) ?? []) : []
  const [first, last] = [ranges[0], ranges.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}

interface Leaf {
  node: Node
  /** Offset of its text in that of the block. */
  at: number
  text: string
}

type OffsetIn = (leaf: Leaf, offset: number, side: 'start' | 'end') => number

/** From the character at `start` to the end of the one before `end`; null where the words have no place of their own. */
function rangeOfWords(
  block: Node,
  start: number,
  end: number | undefined,
  places: Places,
  offsetIn: OffsetIn,
): SourceRange | null {
  const leaves = leavesOf(block, 0).filter(({ node }) => places.has(node))
  const to = end ?? textOf(block).length
  // A picture has no words, so the words of a link around it start where they end.
  const picture = leaves.find(({ at, text }) => start === to && at === start && text === '')
  const first = picture ?? leaves.find(({ at, text }) => at <= start && start < at + text.length) ?? leaves.at(-1)
  const last = picture ?? leaves.findLast(({ at, text }) => at < to && to <= at + text.length) ?? first
  if (!first || !last) return null
  const from = offsetIn(first, start, 'start')
  return { start: from, end: Math.max(from, offsetIn(last, to, 'end')) }
}

function leavesOf(node: Node, at: number): Leaf[] {
  const children = childrenOf(node)
  if (children.length === 0) return [{ node, at, text: textOf(node) }]
  let next = at
  return children.flatMap(child => {
    const leaves = leavesOf(child, next)
    next += textOf(child).length
    return leaves
  })
}

function offsetsIn(body: string, places: Places): OffsetIn {
  const known = new Map<Node, SourceRange[]>()
  return ({ node, at, text }, offset, side) => {
    const range = places.get(node) ?? { start: 0, end: 0 }
    const whole = side === 'start' ? range.start : range.end
    if (node.type !== 'text') return whole
    const characters = known.get(node) ?? sourceCharacters(body.slice(range.start, range.end), text)
    known.set(node, characters)
    // The end of some words is the end of their last character, which may be written with several.
    const character = characters[side === 'start' ? offset - at : offset - at - 1]
    return character ? range.start + character[side] : whole
  }
}
