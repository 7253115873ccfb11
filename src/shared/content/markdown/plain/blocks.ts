import type { BlockContent, Heading, List, ListItem, Paragraph, RootContent } from 'mdast'
import { type Line, span, spanOf } from './lines.ts'
import { plainTable } from './table.ts'
import { plainWords } from './words.ts'

type Lines = readonly Line[]

/** Lines between two blank ones as the one block that they are, or null where they may be anything else. */
export function plainBlock(lines: Lines): BlockContent | null {
  const [first] = lines
  if (!first) return null
  if (first.text.startsWith('#')) return lines.length === 1 ? heading(first) : null
  if (first.text.startsWith('- ')) return list(lines, bullet, null)
  if (/^\d/.test(first.text)) return list(lines, numbered, Number.parseInt(first.text, 10))
  if (first.text.startsWith('|')) return plainTable(lines)
  return lines.length === 1 ? paragraph(first, 0) : null
}

/** Two lists of one kind with nothing but a blank line between them are one list to Markdown. */
export function wouldJoin(one: RootContent | undefined, other: RootContent): boolean {
  return one?.type === 'list' && other.type === 'list' && one.ordered === other.ordered
}

/** Nothing that starts a block starts with a letter, with a quotation mark or like this with a star, a bracket or a colon. */
const starts = /^(?:\*{0,2}[\p{L}]|[“‘"'(£]|\[[^\]]+\]\(|:span\[)/u

function paragraph(line: Line, at: number): Paragraph | null {
  const { length } = line.text
  if (!starts.test(line.text.slice(at)) || !/\S$/.test(line.text)) return null
  const children = plainWords(line, at, length)
  return children && { type: 'paragraph', children, position: span(line, at, length) }
}

function heading(line: Line): Heading | null {
  const mark = /^#{1,6} (?=[^\s#])/.exec(line.text)?.[0]
  if (mark === undefined || /[\s#]$/.test(line.text)) return null
  const children = plainWords(line, mark.length, line.text.length)
  const depth = (mark.length - 1) as Heading['depth']
  return children && { type: 'heading', depth, children, position: span(line, 0, line.text.length) }
}

const bullet = /^- /
const numbered = /^\d{1,9}\. /

function list(lines: Lines, mark: RegExp, start: number | null): List | null {
  const [first, last] = [lines[0], lines.at(-1)]
  const children = lines.map(line => item(line, mark)).filter(each => each !== null)
  if (!first || !last || children.length < lines.length) return null
  return { type: 'list', ordered: start !== null, start, spread: false, children, position: spanOf(first, last) }
}

function item(line: Line, mark: RegExp): ListItem | null {
  const marker = mark.exec(line.text)?.[0]
  const words = marker === undefined ? null : paragraph(line, marker.length)
  return words && { type: 'listItem', spread: false, checked: null, children: [words], position: spanOf(line, line) }
}
