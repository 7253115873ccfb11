import { rule } from '../rule.ts'

/** A table inside a table. WCAG 2.2 SC 1.3.1. */
export const tableNested = rule({
  id: 'table-nested',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'Read aloud, nobody can tell in which of the two tables they are.',
  on: {
    elements: {
      table: ({ around, place }) =>
        around.some(({ tagName }) => tagName === 'table') && {
          message: 'This table stands inside another one.',
          place,
        },
    },
  },
  examples: {
    fail: ['<table><tr><th>Ages</th></tr><tr><td><table><tr><td>5</td></tr></table></td></tr></table>'],
    pass: ['| Ages | Place |\n| --- | --- |\n| 5 to 11 | Westcliff |'],
    html: {
      fail: ['<table><tr><td><table><tr><td>5</td></tr></table></td></tr></table>'],
      pass: ['<table><tr><td>5</td></tr></table><table><tr><td>6</td></tr></table>'],
    },
  },
})
