import type { Table, TableCell, TableHeader } from '../../content/index.ts'
import { isForLayout, tableOf } from '../markup/tables.ts'
import { rule } from '../rule.ts'

/** A table whose cells nothing explains. WCAG 2.2 SC 1.3.1. */
export const tableHeader = rule({
  id: 'table-header',
  severity: 'error',
  wcag: ['1.3.1'],
  why: 'A screen reader reads a table cell by cell, and says the header with each; without one the figures mean nothing.',
  on: {
    nodes: {
      table: (table, path) => {
        const [first] = table.content
        const header = first?.content.every(cell => cell.type === 'tableHeader')
        const column = table.content.every(row => row.content[0]?.type === 'tableHeader')
        if (!first || header || column) return null
        return {
          message: 'This table has no header row.',
          place: { path },
          fix: { label: 'Make the first row its header', edits: [{ path, nodes: [withHeaderRow(table)] }] },
        }
      },
    },
    elements: {
      table: seen => {
        const table = tableOf(seen)
        const lacks =
          table && table.cells.length > 0 && !table.cells.some(({ isHeader }) => isHeader) && !isForLayout(table)
        return lacks && { message: 'This table has no headers.', place: seen.place }
      },
    },
  },
  examples: {
    fail: [':::table{header=none}\n| Ages | Place |\n| --- | --- |\n| 5 to 11 | Westcliff |\n:::'],
    pass: ['| Ages | Place |\n| --- | --- |\n| 5 to 11 | Westcliff |'],
    html: {
      fail: [
        '<table><tr><td>Ages</td><td>Place</td></tr><tr><td>5 to 11</td><td>Westcliff</td></tr></table>',
        '<table><tr><td><b>Ages</b></td><td><b>Place</b></td></tr><tr><td>5 to 11</td><td>Westcliff</td></tr></table>',
      ],
      pass: [
        '<table><tr><th>Ages</th><th>Place</th></tr><tr><td>5 to 11</td><td>Westcliff</td></tr></table>',
        '<table><tr><th scope="row">Ages</th><td>5 to 11</td></tr><tr><th scope="row">Place</th><td>Westcliff</td></tr></table>',
        '<table role="presentation"><tr><td>5 to 11</td><td>Westcliff</td></tr><tr><td>a</td><td>b</td></tr></table>',
      ],
    },
  },
})

function withHeaderRow(table: Table): Table {
  const content = table.content.map((row, index) =>
    index > 0
      ? row
      : {
          ...row,
          content: row.content.map((cell: TableCell | TableHeader): TableHeader => ({ ...cell, type: 'tableHeader' })),
        },
  )
  return { ...table, content }
}
