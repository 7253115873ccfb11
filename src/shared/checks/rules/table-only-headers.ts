import { textOf } from '../../content/index.ts'
import { tableOf } from '../markup/tables.ts'
import { rule } from '../rule.ts'

const message = 'This table has headers and nothing under them.'

/** A table of headers alone. WCAG 2.2 SC 1.3.1. */
export const tableOnlyHeaders = rule({
  id: 'table-only-headers',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'A header is said with every cell that it heads; where all are headers, nobody can tell what heads what.',
  on: {
    nodes: {
      table: ({ content }, path) => {
        const entries = content.flatMap(row => row.content.filter(({ type }) => type === 'tableCell'))
        return (
          entries.every(cell => textOf(cell).trim() === '' && !cell.content?.length) && { message, place: { path } }
        )
      },
    },
    elements: {
      table: seen => {
        const { cells } = tableOf(seen) ?? { cells: [] }
        return cells.length > 0 && cells.every(({ isHeader }) => isHeader) && { message, place: seen.place }
      },
    },
  },
  examples: {
    fail: ['| Ages | Place |\n| --- | --- |', '| Ages | Place |\n| --- | --- |\n| | |'],
    pass: ['| Ages | Place |\n| --- | --- |\n| 5 to 11 | |'],
    html: {
      fail: ['<table><tr><th>Ages</th><th>Place</th></tr><tr><th>5 to 11</th><th>Westcliff</th></tr></table>'],
      pass: ['<table><tr><th>Ages</th></tr><tr><td>5 to 11</td></tr></table>'],
    },
  },
})
