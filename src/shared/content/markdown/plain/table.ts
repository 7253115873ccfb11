import type { Table, TableCell, TableRow } from 'mdast'
import { type Line, span, spanOf } from './lines.ts'
import { plainWords } from './words.ts'

/** GFM's table as Signpost writes it: a bar and a space around every cell, and as many cells in every row. */
export function plainTable(lines: readonly Line[]): Table | null {
  const [head, delimiter] = lines
  const last = lines.at(-1)
  if (!head || !delimiter || !last || !/^(?:\| -+ )+\|$/.test(delimiter.text)) return null
  const columns = (delimiter.text.match(/\|/g)?.length ?? 0) - 1
  const rows = lines.filter(line => line !== delimiter).map(row)
  const children = rows.filter(each => each?.children.length === columns).filter(each => each !== null)
  if (children.length < rows.length) return null
  return { type: 'table', align: Array.from({ length: columns }, () => null), children, position: spanOf(head, last) }
}

function row(line: Line): TableRow | null {
  const { text } = line
  if (!text.startsWith('| ') || !text.endsWith(' |')) return null
  const children: TableCell[] = []
  for (let start = 0; start < text.length - 1; ) {
    const end = text.indexOf('|', start + 1)
    const made = end < 0 ? null : cell(line, start, end)
    if (!made) return null
    children.push(made)
    start = end
  }
  return { type: 'tableRow', children, position: spanOf(line, line) }
}

/** A cell reaches from its bar to before the next one; the last has both. */
function cell(line: Line, start: number, end: number): TableCell | null {
  const isLast = end === line.text.length - 1
  const position = span(line, start, isLast ? end + 1 : end)
  const between = line.text.slice(start + 1, end)
  if (between === ' ') return { type: 'tableCell', children: [], position }
  if (!/^ \S(?:.*\S)? $/.test(between)) return null
  const children = plainWords(line, start + 2, end - 1)
  return children && { type: 'tableCell', children, position }
}
