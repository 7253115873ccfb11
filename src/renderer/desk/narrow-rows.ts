import type { PageRow } from '../../shared/contract/index.ts'
import type { ListSearch, ListSort } from './list-search.ts'

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

/** Lower case, without accents, so that “cafe” finds “Café”. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB')
}

/** Every word that was typed stands somewhere in the title or the summary, in any order, as the start of a word or inside. */
export function hasWords(row: Pick<PageRow, 'title' | 'summary'>, find: string): boolean {
  const text = folded(`${row.title} ${row.summary}`)
  return folded(find)
    .split(/\s+/)
    .every(word => text.includes(word))
}

const orders: Readonly<Record<ListSort, (a: PageRow, b: PageRow) => number>> = {
  title: () => 0,
  due: (a, b) => (a.reviewDue ?? '9999').localeCompare(b.reviewDue ?? '9999'),
  changed: (a, b) => (b.changed?.at ?? '').localeCompare(a.changed?.at ?? ''),
  problems: (a, b) => weight(b) - weight(a),
}

/** What stops publishing first, however many lesser ones another page has. */
function weight({ problems }: PageRow): number {
  return problems === null ? 0 : problems.errors * 10_000 + problems.warnings * 100 + problems.notices
}

/** None where they are still being counted. */
export function problemsOf({ problems }: PageRow): number {
  return problems === null ? 0 : problems.errors + problems.warnings + problems.notices
}

/** The rows that are asked for, in the order that is asked for; equal ones by title. */
export function narrowRows(rows: readonly PageRow[], search: ListSearch): PageRow[] {
  const { find = '', section, state, owner, sort = 'title' } = search
  return rows
    .filter(
      row =>
        (section === undefined || row.section === section) &&
        (state === undefined || row.state === state) &&
        (owner === undefined || row.owner === owner) &&
        (find.trim() === '' || hasWords(row, find.trim())),
    )
    .sort((a, b) => orders[sort](a, b) || collator.compare(a.title, b.title))
}
