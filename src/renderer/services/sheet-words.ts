import type { ServicesSheet, ServicesSheetRow } from '../../shared/contract/index.ts'
import { count } from '../words/counts.ts'
import type { Tone } from '../words/states.ts'

export interface RowGroup {
  heading: string
  tone: Tone
  rows: readonly ServicesSheetRow[]
}

interface RowKind extends Omit<RowGroup, 'rows'> {
  has(row: ServicesSheetRow): boolean
}

/** What needs somebody comes first, and what stays as it is last. */
const kinds: readonly RowKind[] = [
  { heading: 'Cannot be brought in', tone: 'stop', has: ({ kind }) => kind === 'trouble' },
  {
    heading: 'The same as now, without the cells that are left out',
    tone: 'warn',
    has: ({ kind, leftOut }) => kind === 'same' && leftOut.length > 0,
  },
  { heading: 'Will be changed', tone: 'accent', has: ({ kind }) => kind === 'change' },
  { heading: 'Will be added', tone: 'good', has: ({ kind }) => kind === 'add' },
  { heading: 'The same as now', tone: 'plain', has: ({ kind, leftOut }) => kind === 'same' && leftOut.length === 0 },
]

/** Within a kind, the rows that somebody has to look at come first. */
export function rowsByKind(rows: readonly ServicesSheetRow[]): RowGroup[] {
  const urgency = (row: ServicesSheetRow) => Number(row.leftOut.length > 0) * 2 + Number(lossesOf(row).length > 0)
  return kinds
    .map(({ heading, tone, has }) => ({
      heading,
      tone,
      rows: rows.filter(has).toSorted((a, b) => urgency(b) - urgency(a)),
    }))
    .filter(group => group.rows.length > 0)
}

/** The columns that a service has something in and would have nothing in. */
const lossesOf = ({ kind, changes }: ServicesSheetRow) =>
  kind === 'change' ? changes.flatMap(({ what, to }) => (to === '' ? [what.toLowerCase()] : [])) : []

/** So many services that lose something are named above the rows; the others are counted. */
const mostLosers = 8

function lossesInWords(rows: readonly ServicesSheetRow[]): string[] {
  const losers = rows
    .map(row => ({ title: row.title, losses: lossesOf(row) }))
    .filter(({ losses }) => losses.length > 0)
  const more = losers.length - mostLosers
  return [
    ...losers.slice(0, mostLosers).map(({ title, losses }) => `“${title}” will lose: ${losses.join(', ')}.`),
    ...(more > 0 ? [`${count(more, 'more service')} will lose something too; the rows below say what.`] : []),
  ]
}

/** What the file would do, in a few sentences. */
export function sheetInWords(name: string, { rows, readAs, unused, untouched }: ServicesSheet): string[] {
  const many = (kind: ServicesSheetRow['kind']) => rows.filter(row => row.kind === kind).length
  const trouble = many('trouble')
  const cells = rows.flatMap(({ kind, leftOut }) => (kind === 'trouble' ? [] : leftOut)).length
  return [
    `${count(rows.length, 'row')} in “${name}”: ${count(many('add'), 'service')} will be added, ${many('change')} changed, and ${many('same')} ${many('same') === 1 ? 'is' : 'are'} the same as now.`,
    ...lossesInWords(rows),
    ...(trouble === 0 ? [] : [`${count(trouble, 'row')} cannot be brought in and will be left out.`]),
    ...(cells === 0
      ? []
      : [`${count(cells, 'cell')} cannot be taken in. The rest of the row comes in, and what was there stays.`]),
    ...(untouched === 0
      ? []
      : [`${count(untouched, 'service')} ${untouched === 1 ? 'is' : 'are'} not in the file and will stay as now.`]),
    ...(readAs.length === 0
      ? []
      : [`Columns by other names: ${readAs.map(({ heading, as }) => `“${heading}” is read as ${as}`).join(', ')}.`]),
    ...(unused.length === 0
      ? []
      : [`Not taken in, because Signpost has no place for them: ${unused.map(each => `“${each}”`).join(', ')}.`]),
  ]
}

/** “2 services added and 1 service changed from “clubs.csv”.” */
export function broughtIn(name: string, { added, changed }: { added: number; changed: number }): string {
  const told = [
    ...(added === 0 ? [] : [`${count(added, 'service')} added`]),
    ...(changed === 0 ? [] : [`${count(changed, 'service')} changed`]),
  ]
  return `${told.join(' and ')} from “${name}”.`
}
