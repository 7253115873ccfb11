import type { Service } from '../../content/index.ts'
import { csvOf, runsInASpreadsheet } from '../../report/csv-text.ts'
import { columns } from './columns.ts'

export const idHeading = 'Id'

/** Every service as a row. Bringing the file back in as it is changes nothing. */
export function servicesAsCsv(services: readonly Service[]): string {
  return csvOf(
    [idHeading, ...columns.map(({ heading }) => heading)],
    services.map(service => [service.fields.id, ...columns.map(column => guarded(tidy(column.write(service))))]),
  )
}

/** What looks like a formula gets an apostrophe when it is written; one that was there already gets another. */
const looksGuarded = (words: string) => words.startsWith("'") && runsInASpreadsheet(words.replace(/^'+/, ''))
const guarded = (words: string) => (looksGuarded(words) ? `'${words}` : words)

/** A cell as its words were before they were written. */
export function unguarded(cell: string): string {
  const words = tidy(cell)
  return looksGuarded(words) ? words.slice(1) : words
}

/** Spaces around words, and how a line ends, are no difference between two cells. */
export function tidy(words: string): string {
  return words.replace(/\r\n?/g, '\n').trim()
}
