import { childrenOf } from '../../content/index.ts'
import { collect } from '../collect.ts'
import { tableOf } from '../markup/tables.ts'
import { type Finding, rule } from '../rule.ts'

/**
 * A header cell without words, except the corner of a table with headers both ways: Markdown has no other cell for it, and
 * HTML has (an empty `td` heads nothing). WCAG 2.2 SC 1.3.1.
 */
export const tableEmptyHeader = rule({
  id: 'table-empty-header',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'The column under an empty header has no name when the table is read aloud.',
  on: {
    nodes: {
      table: (table, path) => {
        const bothWays = table.content.every(row => row.content[0]?.type === 'tableHeader')
        const cells = collect(table, path).texts
        // One that was just put in has one thing wrong with it, and `table-only-headers` says that.
        if (cells.every(({ text, node }) => text.trim() === '' && childrenOf(node).length === 0)) return []
        return cells.flatMap(({ node, path: cell, text }): Finding[] => {
          const corner = bothWays && cell.at(-1) === 0 && cell.at(-2) === 0
          const isEmpty = text.trim() === '' && childrenOf(node).every(inline => inline.type !== 'image')
          if (node.type !== 'tableHeader' || corner || !isEmpty) return []
          return [{ message: 'A header of this table has no words.', place: { path: cell } }]
        })
      },
    },
    elements: {
      table: seen => {
        const { rows } = tableOf(seen) ?? { rows: [] }
        const lacks = rows.some(row => row.some(({ isHeader, words }) => isHeader && words === ''))
        return lacks && { message: 'A header of this table has no words.', place: seen.place }
      },
    },
  },
  examples: {
    fail: ['| Ages | |\n| --- | --- |\n| 5 to 11 | Westcliff |'],
    pass: [
      '| Ages | Place |\n| --- | --- |\n| 5 to 11 | Westcliff |',
      '| | |\n| --- | --- |\n| | |',
      '| Ages | ![Place](media/bus.png) |\n| --- | --- |\n| 5 to 11 | Westcliff |',
    ],
    html: {
      fail: [
        '<table><tr><th>Ages</th><th></th></tr><tr><td>5 to 11</td><td>Westcliff</td></tr></table>',
        '<table><tr><th></th><th>Cost</th></tr><tr><th>Bus</th><td>£1</td></tr></table>',
      ],
      pass: [
        '<table><tr><td></td><th>Cost</th></tr><tr><th>Bus</th><td>£1</td></tr></table>',
        '<table><tr><th colspan="2">Place and cost</th></tr><tr><td>Bus</td><td>£1</td></tr></table>',
      ],
    },
  },
})
