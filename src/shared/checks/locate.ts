import { isMap, isScalar } from 'yaml'
import {
  childrenOf,
  mostFrontMatterLength,
  type Node,
  nodeAt,
  type ParsedEntry,
  type Places,
  readYaml,
  type SourceRange,
  splitText,
  textOf,
} from '../content/index.ts'
import type { Problem } from './rule.ts'
import { sourceCharacters } from './source-characters.ts'

/** A stretch of a file as editors and SARIF count it: lines and columns from 1, columns in UTF-16 units, the end excluded. */
export interface Location {
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** What `locate` has to know of a file that was read. */
export type Located = Pick<ParsedEntry, 'entry' | 'body' | 'places' | 'bodyOffset'>

/** Where a problem stands in the text of its file; a problem of the whole page is on the first line. */
export function locate(problem: Pick<Problem, 'place' | 'field'>, parsed: Located, text: string): Location {
  const range = problem.field === 'body' ? inBody(problem, parsed) : inDetails(problem, text)
  return locationOf(range, text)
}

function locationOf({ start, end }: SourceRange, text: string): Location {
  const [from, to] = [pointOf(start, text), pointOf(Math.max(start, end), text)]
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

function pointOf(offset: number, text: string): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: before.length - lineStart + 1 }
}

function inBody({ place }: Pick<Problem, 'place'>, { entry, body, places, bodyOffset }: Located): SourceRange {
  const node = nodeAt(entry.doc, place.path)
  const words = node && place.start !== undefined ? rangeOfWords(node, place.start, place.end, body, places) : null
  const range = words ?? rangeOfPath(entry.doc, place.path, places)
  return { start: bodyOffset + range.start, end: bodyOffset + range.end }
}

/** The node's own range, or that of what is in it, or that of the nearest thing around it or before it. */
function rangeOfPath(doc: Node, path: readonly number[], places: Places): SourceRange {
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

/** From the character at `start` to the end of the one before `end`; null where the words have no place of their own. */
function rangeOfWords(
  block: Node,
  start: number,
  end: number | undefined,
  body: string,
  places: Places,
): SourceRange | null {
  const leaves = leavesOf(block, 0).filter(({ node }) => places.has(node))
  const to = end ?? textOf(block).length
  // A picture has no words, so the words of a link around it start where they end.
  const picture = leaves.find(({ at, text }) => start === to && at === start && text === '')
  const first = picture ?? leaves.find(({ at, text }) => at <= start && start < at + text.length) ?? leaves.at(-1)
  const last = picture ?? leaves.findLast(({ at, text }) => at < to && to <= at + text.length) ?? first
  if (!first || !last) return null
  const from = offsetIn(first, start, 'start', body, places)
  return { start: from, end: Math.max(from, offsetIn(last, to, 'end', body, places)) }
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

function offsetIn(
  { node, at, text }: Leaf,
  offset: number,
  side: 'start' | 'end',
  body: string,
  places: Places,
): number {
  const range = places.get(node) ?? { start: 0, end: 0 }
  const whole = side === 'start' ? range.start : range.end
  if (node.type !== 'text') return whole
  const characters = sourceCharacters(body.slice(range.start, range.end), text)
  // The end of some words is the end of their last character, which may be written with several.
  const character = characters[side === 'start' ? offset - at : offset - at - 1]
  return character ? range.start + character[side] : whole
}

/** The line of a field, from its name to the end of its value; the first line where the file does not have it. */
function inDetails({ field, place }: Pick<Problem, 'place' | 'field'>, text: string): SourceRange {
  const { yaml, yamlOffset } = splitText(text)
  const found = yaml === null ? null : rangeOfField(yaml, field, place)
  return found ? { start: yamlOffset + found.start, end: yamlOffset + found.end } : { start: 0, end: 0 }
}

function rangeOfField(yaml: string, field: string, place: Problem['place']): SourceRange | null {
  const read = readYaml(yaml, mostFrontMatterLength)
  if (read.kind === 'broken' || !isMap(read.document.contents)) return null
  for (const { key, value } of read.document.contents.items) {
    if (!isScalar(key) || String(key.value) !== field || !key.range) continue
    const range = value && typeof value === 'object' && 'range' in value ? value.range : null
    const [start, end] = [key.range[0], Array.isArray(range) ? Number(range[1]) : key.range[1]]
    const words = isScalar(value) && typeof value.value === 'string' ? value.value : null
    const exact = words === null ? null : wordsOfField(yaml, start, end, words, place)
    return exact ?? { start, end: start + yaml.slice(start, end).trimEnd().length }
  }
  return null
}

/** The very words, where the value stands in the file as it is read. */
function wordsOfField(
  yaml: string,
  from: number,
  to: number,
  words: string,
  place: Problem['place'],
): SourceRange | null {
  const at = yaml.indexOf(words, from)
  if (place.start === undefined || words === '' || at < 0 || at + words.length > to) return null
  return { start: at + place.start, end: at + (place.end ?? words.length) }
}
