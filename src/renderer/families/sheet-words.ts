import type { SheetRow } from '../../shared/contract/index.ts'
import { count, listed } from '../words/counts.ts'

interface Sheet {
  rows: readonly SheetRow[]
  unused: readonly string[]
}

/** What a file of comments holds, and what would become of it, in a few sentences. */
export function sheetInWords(name: string, { rows, unused }: Sheet): string[] {
  const good = rows.filter(row => row.details !== null)
  const troubled = rows.filter(row => row.details === null)
  const here = good.filter(({ same }) => same !== null && same.row === null)
  const twice = good.filter(({ same }) => same !== null && same.row !== null)
  return [
    `${count(rows.length, 'row')} in “${name}”: ${count(good.length, 'comment')} can be brought in${
      troubled.length > 0 ? `, and ${rowsSaid(troubled.map(({ row }) => row))} cannot` : ''
    }.`,
    here.length > 0 ? `${count(here.length, 'comment')} may be here already ${left(here.length)}` : '',
    twice.length > 0
      ? `${count(twice.length, 'comment')} ${twice.length === 1 ? 'is' : 'are'} much like an earlier row of the file ${left(twice.length)}`
      : '',
    unused.length > 0 ? `Not taken in, because Signpost has no place for them: ${unused.join(', ')}.` : '',
  ].filter(sentence => sentence !== '')
}

const left = (many: number) => `and will be left, unless you choose ${many === 1 ? 'it' : 'them'}.`

/** So many rows are named; of more it is said how many. */
const named = 5

/** “row 7”, “rows 7, 9 and 30”, “rows 7, 9, 30, 41, 55 and 12 more”. */
export function rowsSaid(rows: readonly number[]): string {
  const numbers = rows.map(row => row.toLocaleString('en-GB'))
  return `${rows.length === 1 ? 'row' : 'rows'} ${listed(numbers, named)}`
}
