import type { ServicesSheet, ServicesSheetRow } from '../../shared/contract/index.ts'
import { count } from '../words/counts.ts'
import type { Tone } from '../words/states.ts'

export interface RowGroup {
  kind: ServicesSheetRow['kind']
  heading: string
  tone: Tone
  rows: readonly ServicesSheetRow[]
}

/** What needs somebody comes first, and what stays as it is last. */
const kinds: readonly Omit<RowGroup, 'rows'>[] = [
  { kind: 'trouble', heading: 'Cannot be brought in', tone: 'stop' },
  { kind: 'change', heading: 'Will be changed', tone: 'accent' },
  { kind: 'add', heading: 'Will be added', tone: 'good' },
  { kind: 'same', heading: 'The same as now', tone: 'plain' },
]

export function rowsByKind(rows: readonly ServicesSheetRow[]): RowGroup[] {
  return kinds
    .map(group => ({ ...group, rows: rows.filter(({ kind }) => kind === group.kind) }))
    .filter(group => group.rows.length > 0)
}

/** What the file would do, in a few sentences. */
export function sheetInWords(name: string, { rows, unused, untouched }: ServicesSheet): string[] {
  const many = (kind: RowGroup['kind']) => rows.filter(row => row.kind === kind).length
  const trouble = many('trouble')
  return [
    `${count(rows.length, 'row')} in “${name}”: ${count(many('add'), 'service')} will be added, ${many('change')} changed, and ${many('same')} ${many('same') === 1 ? 'is' : 'are'} the same as now.`,
    ...(trouble === 0 ? [] : [`${count(trouble, 'row')} cannot be brought in and will be left out.`]),
    ...(untouched === 0
      ? []
      : [`${count(untouched, 'service')} ${untouched === 1 ? 'is' : 'are'} not in the file and will stay as now.`]),
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
