import type { Align, Inline, Table, TableCell, TableHeader, TableRow } from '../../model.ts'

/**
 * The shapes of table that can be written down: which cells are headers follows from one word. Everything else a table
 * can be in the editor is brought to the nearest of these, with every cell's words in its place.
 */
export const headerKinds = ['row', 'none', 'column', 'both'] as const
export type HeaderKind = (typeof headerKinds)[number]

export interface Cell {
  header: boolean
  align: Align
  content?: Inline[]
}

export function headerKindOf(rows: readonly (readonly Pick<Cell, 'header'>[])[]): HeaderKind {
  const row = rows[0]?.every(cell => cell.header) ?? false
  const column = rows.every(cells => cells[0]?.header ?? false) && (rows.length > 1 || !row)
  if (row) return column ? 'both' : 'row'
  return column ? 'column' : 'none'
}

export function isHeader(kind: HeaderKind, row: number, column: number): boolean {
  return (row === 0 && (kind === 'row' || kind === 'both')) || (column === 0 && (kind === 'column' || kind === 'both'))
}

export function cellOf(header: boolean, align: Align, content: Inline[] | undefined): TableHeader | TableCell {
  return {
    type: header ? 'tableHeader' : 'tableCell',
    attrs: { align, colspan: 1, rowspan: 1, colwidth: null },
    ...(content?.length ? { content } : {}),
  }
}

/** A rectangle: short rows get empty cells at their end, and a column is aligned as its first cell is. */
export function tableOf(caption: string, rows: readonly (readonly Cell[])[]): Table | null {
  const filled = rows.filter(row => row.length > 0)
  const width = Math.max(0, ...filled.map(row => row.length))
  if (!width) return null
  const square = filled.map(row =>
    Array.from({ length: width }, (_, column): Cell => row[column] ?? { header: row[0]?.header ?? false, align: null }),
  )
  // A cell that was made up is a header where its whole row is one, so that a short header row stays one.
  const kind = headerKindOf(
    square.map((row, at) => (row.length > (filled[at]?.length ?? 0) ? asHeaders(row, filled[at]) : row)),
  )
  return {
    type: 'table',
    attrs: { caption },
    content: square.map(
      (row, at): TableRow => ({
        type: 'tableRow',
        content: row.map((cell, column) =>
          cellOf(isHeader(kind, at, column), square[0]?.[column]?.align ?? null, cell.content),
        ),
      }),
    ),
  }
}

function asHeaders(row: readonly Cell[], given: readonly Cell[] | undefined): Cell[] {
  const all = given?.every(cell => cell.header) ?? false
  return row.map((cell, column) => ({ ...cell, header: given?.[column]?.header ?? all }))
}
