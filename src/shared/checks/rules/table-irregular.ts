import { said } from '../markup/attributes.ts'
import { type TableCellSeen, type TableSeen, tableOf } from '../markup/tables.ts'
import { within } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** A table whose cells do not line up, or that are joined without saying what heads them. WCAG 2.2 SC 1.3.1; F90, H43. */
export const tableIrregular = rule({
  id: 'table-irregular',
  severity: 'warning',
  wcag: ['1.3.1'],
  why: 'A screen reader says the header of each cell by its row and column, and says the wrong one where they do not fit.',
  on: {
    elements: {
      table: seen => {
        const table = tableOf(seen)
        const message = table && fault(table)
        return message !== null && { message, place: seen.place }
      },
    },
  },
  examples: {
    fail: ['<table><tr><th>Ages</th><th>Place</th></tr><tr><td colspan="2">Closed</td></tr></table>'],
    pass: ['| Ages | Place |\n| --- | --- |\n| 5 to 11 | Westcliff |'],
    html: {
      fail: [
        '<table><tr><th>Day</th><th>Place</th></tr><tr><td rowspan="2">Monday</td><td>Leigh</td></tr><tr><td>Shoebury</td></tr></table>',
        '<table><tr><th>Day</th><th>Place</th></tr><tr><td>Monday</td></tr></table>',
        '<table><tr><th id="d">Day</th><th id="t">Time</th></tr><tr><td headers="d">Monday</td><td headers="x">10am</td></tr></table>',
        '<table><tr><th>Day</th><th>Place</th><th>Cost</th></tr><tr><th>Monday</th><th>Leigh</th><td>£2</td></tr><tr><th>Monday</th><th>Shoebury</th><td>£3</td></tr></table>',
        '<table><tr><th colspan="2">When</th><th>Where</th></tr><tr><th>Day</th><th>Time</th><th>Place</th></tr><tr><td>Monday</td><td>9am</td><td>Leigh</td></tr></table>',
      ],
      pass: [
        '<table><tr><th>Day</th><th>Place</th></tr><tr><td>Monday</td><td>Leigh</td></tr></table>',
        '<table><tr><th>Day</th><th>Place</th></tr><tr><td>Monday</td><td>Leigh</td></tr><tfoot><tr><td colspan="2">Times may change.</td></tr></tfoot></table>',
        '<table><tr><th scope="colgroup" colspan="2">When</th></tr><tr><th scope="col">Day</th><th scope="col">Time</th></tr><tr><td>Monday</td><td>9am</td></tr></table>',
        '<table><tr><td></td><th id="m" colspan="2">Mornings</th></tr><tr><td></td><th id="a">Adults</th><th id="c">Children</th></tr><tr><th id="g">Group 1</th><td headers="m a g">3</td><td headers="m c g">9</td></tr></table>',
        '<table><tr><td rowspan="2"></td><th colspan="2" scope="colgroup">Morning</th></tr><tr><th scope="col">Music</th><th scope="col">Clay</th></tr><tr><th scope="row">Ages 5 to 7</th><td>4</td><td>2</td></tr></table>',
        '<table><tr><th>Day</th><th>Place</th><th>Cost</th></tr><tr><th scope="row">Monday</th><th scope="row">Leigh</th><td>£2</td></tr></table>',
        '<table><tr><th>Name</th><td>Gull Club</td></tr><tr><th>Day</th><td>Monday</td></tr></table>',
        '<table><tr><th scope="col">Month</th><th scope="col">Morning</th><th scope="col">Afternoon</th></tr><tr><th scope="row">May</th><td colspan="2">Shearing all day</td></tr></table>',
        '<table><tr><th id="d">Day</th><th id="p">Place</th></tr><tr><td headers="d p" colspan="2">Closed</td></tr></table>',
      ],
    },
  },
})

/** A note across the whole foot of a table is about all of it. */
function fault(table: TableSeen): string | null {
  const feet = new Set(within(table.element, 'tfoot').flatMap(foot => within(foot, 'td')))
  const known = new Set(table.cells.flatMap(({ element }) => said(element, 'id') ?? []))
  const lost = table.cells.flatMap(({ element }) => idsIn(said(element, 'headers'))).find(id => !known.has(id))
  if (lost !== undefined) return `A cell says that “${lost}” heads it, and no cell of this table has that id.`
  const rows = table.rows.filter(row => !(row.length === 1 && row[0] && feet.has(row[0].element)))
  const cells = rows.flat()
  if (!cells.some(({ isHeader }) => isHeader)) return null
  const joined = cells.filter(({ columns, rows: high }) => columns > 1 || high > 1)
  // The empty corner over the names of rows and beside those of columns holds nothing.
  const [corner] = rows[0] ?? []
  const isCorner = (cell: TableCellSeen) => cell === corner && cell.words === ''
  // Every header says what it heads, and what goes across several columns belongs to a row with a name.
  const isClear =
    cells.every(({ isHeader, element }) => !isHeader || said(element, 'scope') !== null) &&
    rows.every(row => row.every(({ columns, rows: high }) => high === 1 && (columns === 1 || row[0]?.isHeader))) &&
    new Set(widthsOf(rows)).size === 1
  if (!isClear && joined.some(cell => !cell.isHeader && !isCorner(cell) && said(cell.element, 'headers') === null)) {
    return 'Cells of this table are joined. Give each row and column its own.'
  }
  const loose = joined.some(cell => cell.isHeader && !isAssociated(cell, cells))
  const levels = rows.filter(row => row.length > 1 && row.every(({ isHeader }) => isHeader)).length
  if (
    loose ||
    (levels > 1 && levels < rows.length && !cells.every(cell => !cell.isHeader || isAssociated(cell, cells)))
  ) {
    return 'This table has headers over headers. Make it two simple tables, or say what each one heads.'
  }
  const deep = rows.slice(1).find(row => {
    const heads = row.filter(({ isHeader }) => isHeader)
    return heads.length > 1 && heads.length < row.length && !heads.every(cell => isAssociated(cell, cells))
  })
  if (deep) return 'Rows of this table have two headers each. Say of each what it heads, or make it simpler.'
  const widths = new Set(widthsOf(rows))
  return widths.size > 1 ? 'The rows of this table are not of the same length.' : null
}

function idsIn(list: string | null): string[] {
  return (list ?? '').split(/\s+/).filter(id => id !== '')
}

/** It says what it heads, or every cell says what heads it. */
function isAssociated({ element }: TableCellSeen, cells: readonly TableCellSeen[]): boolean {
  const says = said(element, 'scope') !== null
  return says || cells.every(cell => cell.isHeader || cell.words === '' || said(cell.element, 'headers') !== null)
}

/** The columns of each row, with those that cells from above reach into. */
function widthsOf(rows: TableSeen['rows']): number[] {
  const reaching = new Map<number, number>()
  return rows.map((row, at) => {
    for (const cell of row) {
      for (let down = 1; down < Math.min(cell.rows, rows.length - at); down++) {
        reaching.set(at + down, (reaching.get(at + down) ?? 0) + cell.columns)
      }
    }
    return row.reduce((sum, { columns }) => sum + columns, reaching.get(at) ?? 0)
  })
}
