import type { Service } from '../../content/index.ts'
import { type Refusal, refuse } from '../../outcome.ts'
import { nameColumn } from './columns.ts'
import { placesOf, plain } from './headings.ts'
import { type Known, type RowFacts, rowOf, type ServiceRow } from './row.ts'
import { idHeading } from './write.ts'

/** What a spreadsheet of services would change. Nothing is written here: this is what is shown before. */

export interface ServiceSheet {
  kind: 'sheet'
  rows: ServiceRow[]
  /** Columns that are called otherwise here. */
  readAs: { heading: string; as: string }[]
  /** Columns that nothing was taken from, by their headings. */
  unused: string[]
  /** Services that the file does not name. They stay as they are. */
  untouched: number
}

export interface ServiceSheetFacts extends RowFacts {
  services: readonly Service[]
}

const mostRows = 5000

/** `rows` are the cells of each line of the file, the headings first. */
export function servicesFromRows(
  rows: readonly (readonly string[])[],
  facts: ServiceSheetFacts,
): ServiceSheet | Refusal {
  const [top = [], ...lines] = rows
  const at = placesOf(top)
  if (!at.has(nameColumn)) return noName(top)
  if (lines.length > mostRows) {
    return refuse(
      'too-many-rows',
      `There are ${lines.length} rows in this file, and ${mostRows} can be brought in at once. Nothing was brought in.`,
      'Split the file into smaller ones.',
    )
  }
  const idAt = top.findIndex(cell => plain(cell) === plain(idHeading))
  const known = knownServices(facts.services)
  const seen = new Map<string, number>()
  const read = lines.flatMap((cells, index): ServiceRow[] => {
    if (cells.every(cell => cell.trim() === '')) return []
    const found = rowOf({ cells, row: index + 2, at, id: (cells[idAt] ?? '').trim() }, known, facts)
    // A row that is left out, or says no more than a name, is no reason to leave out another one.
    const says = cells.some((cell, place) => place !== idAt && place !== at.get(nameColumn) && cell.trim() !== '')
    if (found.kind === 'trouble' || (found.kind === 'same' && !says)) return [found]
    const key = found.id ?? plain(found.title)
    const above = seen.get(key)
    seen.set(key, above ?? found.row)
    if (above === undefined) return [found]
    return [{ ...found, kind: 'trouble', trouble: [`Row ${above} is about the same service. Keep one of the two.`] }]
  })
  const used = new Set([...at.values(), idAt])
  const unused = top.flatMap((cell, place) => (used.has(place) || cell.trim() === '' ? [] : [cell.trim()]))
  const readAs = [...at].flatMap(([{ heading: as }, place]) => {
    const heading = (top[place] ?? '').trim()
    return plain(heading) === plain(as) ? [] : [{ heading, as }]
  })
  const named = new Set(read.map(({ id }) => id))
  const untouched = facts.services.filter(({ fields }) => !named.has(fields.id)).length
  return { kind: 'sheet', rows: read, readAs, unused, untouched }
}

function noName(top: readonly string[]): Refusal {
  const seen = top.map(cell => cell.trim()).filter(cell => cell !== '')
  const says =
    seen.length === 0
      ? 'Its first row is empty.'
      : `Its first row says ${seen
          .slice(0, 6)
          .map(cell => `“${cell.slice(0, 40)}”`)
          .join(', ')}.`
  return refuse(
    'wrong-shape',
    `This file has no column called “Name”. ${says} Nothing was brought in.`,
    'Press “Save as a spreadsheet” under Services to see how the columns are called, and give yours these headings.',
  )
}

function knownServices(services: readonly Service[]): Known {
  return {
    byId: new Map(services.map(service => [service.fields.id, service])),
    byTitle: Map.groupBy(services, ({ fields }) => plain(fields.title)),
  }
}
