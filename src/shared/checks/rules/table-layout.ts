import { isForLayout, tableOf } from '../markup/tables.ts'
import { within } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** A table that places things on the page. WCAG 2.2 SC 1.3.2, failure F49. */
export const tableLayout = rule({
  id: 'table-layout',
  severity: 'warning',
  wcag: ['1.3.2'],
  why: 'It is announced as a table with rows and columns that mean nothing, and does not fit on a phone.',
  on: {
    elements: {
      table: seen => {
        const table = tableOf(seen)
        // One inside another one is told so by itself, and one that holds another holds it together.
        const isOuter =
          !seen.around.some(({ tagName }) => tagName === 'table') || within(seen.element, 'table').length > 0
        return (
          table !== null &&
          isOuter &&
          isForLayout(table) && { message: 'This table only places things on the page.', place: seen.place }
        )
      },
    },
  },
  examples: {
    fail: ['<table><tr><td>Ring us.</td><td>Write to us.</td></tr></table>'],
    pass: ['| Ages | Place |\n| --- | --- |\n| 5 to 11 | Westcliff |'],
    html: {
      fail: [
        '<table><tr><td><img src="a.jpg" alt="A bus"></td><td>Travel to school</td></tr></table>',
        '<table><tr><td><h2>Travel</h2></td></tr><tr><td>Ask.</td></tr></table>',
      ],
      pass: [
        '<table><tr><th>Ages</th><th>Place</th></tr><tr><td>5 to 11</td><td>Westcliff</td></tr></table>',
        '<table><tr><td>Ages</td><td>Place</td></tr><tr><td>5 to 11</td><td>Westcliff</td></tr></table>',
      ],
    },
  },
})
