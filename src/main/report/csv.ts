import { csvOf, type Part, type Report, wordsOf } from '../../shared/report/index.ts'

/** A report as one table: a line for each cell, so that any spreadsheet can sort, filter and count it. */
export function reportAsCsv(report: Report): string {
  const rows = report.sections.flatMap(({ title, own, parts }) => [
    ...(own.trim() === '' ? [] : [[title, 'Our words', '', '', own.trim()]]),
    ...parts.flatMap(part => linesOf(part).map(line => [title, ...line])),
  ])
  return csvOf(['Section', 'Table', 'Row', 'Column', 'Value'], rows)
}

function linesOf(part: Part): string[][] {
  if (part.kind === 'words') return [['', '', '', part.text]]
  if (part.kind === 'figures')
    return part.figures.map(figure => ['In numbers', figure.label, 'How many', wordsOf(figure)])
  const { caption, columns, rows } = part.table
  return rows.flatMap(([first = '', ...cells]) =>
    cells.map((cell, at) => [caption, wordsOf(first), columns[at + 1] ?? '', wordsOf(cell)]),
  )
}
