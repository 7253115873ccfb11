import { childrenOf } from '../../content/index.ts'
import { collect } from '../collect.ts'
import { type Finding, rule } from '../rule.ts'

/** A header cell without words, except the corner of a table with headers both ways. WCAG 2.2 SC 1.3.1. */
export const tableEmptyHeader = rule({
  id: 'table-empty-header',
  severity: 'error',
  wcag: ['1.3.1'],
  why: 'The column under an empty header has no name when the table is read aloud.',
  on: {
    nodes: {
      table: (table, path) => {
        const bothWays = table.content.every(row => row.content[0]?.type === 'tableHeader')
        return collect(table, path).texts.flatMap(({ node, path: cell, text }): Finding[] => {
          const corner = bothWays && cell.at(-1) === 0 && cell.at(-2) === 0
          const isEmpty = text.trim() === '' && childrenOf(node).every(inline => inline.type !== 'image')
          if (node.type !== 'tableHeader' || corner || !isEmpty) return []
          return [{ message: 'A header of this table has no words.', place: { path: cell } }]
        })
      },
    },
  },
  examples: {
    fail: ['| Ages | |\n| --- | --- |\n| 5 to 11 | Westcliff |'],
    pass: [
      '| Ages | Place |\n| --- | --- |\n| 5 to 11 | Westcliff |',
      '| Ages | ![Place](media/bus.png) |\n| --- | --- |\n| 5 to 11 | Westcliff |',
    ],
  },
})
