import { type IsoDate, isSame, type PageId, parseBody, type Service, serviceFieldsSchema } from '../../content/index.ts'
import { type Refusal, refuse } from '../../outcome.ts'
import { fieldTroubles } from '../field-trouble.ts'
import { type Column, columns, type SheetService } from './columns.ts'
import { idHeading, tidy, unguarded } from './write.ts'

/** What a spreadsheet of services would change. Nothing is written here: this is what is shown before. */

export interface SheetChange {
  /** The column’s heading. */
  what: string
  from: string
  to: string
}

export interface ServiceRow {
  /** As the spreadsheet counts, its headings being row 1. */
  row: number
  title: string
  kind: 'add' | 'change' | 'same' | 'trouble'
  /** The service that is there; null for a new one. */
  id: PageId | null
  changes: SheetChange[]
  /** One sentence each; a row with any is left out. */
  trouble: string[]
  /** What would be written. */
  service: SheetService
}

export interface ServiceSheet {
  kind: 'sheet'
  rows: ServiceRow[]
  /** Columns that nothing was taken from, by their headings. */
  unused: string[]
  /** Services that the file does not name. They stay as they are. */
  untouched: number
}

export interface ServiceSheetFacts {
  services: readonly Service[]
  today: IsoDate
  /** For a new service, from its row; replaced by a real one when it is written. */
  newId: PageId
}

const mostRows = 5000
const longestCell = 20_000

/** `rows` are the cells of each line of the file, the headings first. */
export function servicesFromRows(
  rows: readonly (readonly string[])[],
  facts: ServiceSheetFacts,
): ServiceSheet | Refusal {
  const [top = [], ...lines] = rows
  const at = placesOf(top)
  if (![...at.keys()].some(column => column.heading === 'Name')) return noName(top)
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
    const key = found.id ?? plain(found.title)
    const above = seen.get(key)
    if (above === undefined) seen.set(key, found.row)
    else found.trouble.push(`Row ${above} is about the same service. Keep one of the two.`)
    return [found.trouble.length > 0 ? { ...found, kind: 'trouble' } : found]
  })
  const used = new Set([...at.values(), idAt])
  const unused = top.flatMap((cell, place) => (used.has(place) || cell.trim() === '' ? [] : [cell.trim()]))
  const named = new Set(read.map(({ id }) => id))
  const untouched = facts.services.filter(({ fields }) => !named.has(fields.id)).length
  return { kind: 'sheet', rows: read, unused, untouched }
}

const plain = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .replace(/[?:*]+$/, '')

/** Each column by its heading; the first of two with one meaning counts. */
function placesOf(top: readonly string[]): ReadonlyMap<Column, number> {
  const headings = top.map(plain)
  return new Map(
    columns.flatMap((column): [Column, number][] => {
      const names = [plain(column.heading), ...column.also]
      const at = headings.findIndex(heading => names.includes(heading))
      return at < 0 ? [] : [[column, at]]
    }),
  )
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

interface Known {
  byId: ReadonlyMap<string, Service>
  byTitle: ReadonlyMap<string, readonly Service[]>
}

function knownServices(services: readonly Service[]): Known {
  return {
    byId: new Map(services.map(service => [service.fields.id, service])),
    byTitle: Map.groupBy(services, ({ fields }) => plain(fields.title)),
  }
}

interface Line {
  cells: readonly string[]
  row: number
  at: ReadonlyMap<Column, number>
  id: string
}

function rowOf({ cells, row, at, id }: Line, known: Known, { today, newId }: ServiceSheetFacts): ServiceRow {
  const cellOf = (column: Column) => unguarded(cells[at.get(column) ?? -1] ?? '')
  const named = [...at.keys()].filter(({ heading }) => heading === 'Name').map(cellOf)[0] ?? ''
  const alike = known.byTitle.get(plain(named)) ?? []
  const before = id === '' ? alike[0] : known.byId.get(id)
  const trouble: string[] = []
  if (id !== '' && before === undefined) {
    trouble.push(`No service has the id “${id.slice(0, 40)}”. Leave that cell empty to add a new one.`)
  }
  if (id === '' && alike.length > 1) {
    trouble.push(`${alike.length} services are called “${named.slice(0, 60)}”. Write the id of the one that is meant.`)
  }
  let service: SheetService = before ?? {
    fields: serviceFieldsSchema.parse({ id: newId }),
    doc: parseBody('').doc,
  }
  const changes: SheetChange[] = []
  for (const column of at.keys()) {
    const cell = cellOf(column)
    const from = tidy(column.write(service))
    if (cell === from) continue
    if (cell.length > longestCell) {
      trouble.push(`${column.heading}: this is longer than ${longestCell.toLocaleString('en-GB')} characters.`)
      continue
    }
    const taken = column.read(cell, service)
    if (taken.kind === 'trouble') trouble.push(`${column.heading}: ${taken.sentence}`)
    else if (!isSame(taken.service, service)) {
      service = taken.service
      changes.push({ what: column.heading, from, to: tidy(column.write(service)) })
    }
  }
  trouble.push(...newTroubles(before?.fields, service, today))
  const kind = before === undefined ? 'add' : changes.length > 0 ? 'change' : 'same'
  return { row, title: service.fields.title || named, kind, id: before?.fields.id ?? null, changes, trouble, service }
}

/** What was wrong before the file is no reason to keep the rest of a row out. */
function newTroubles(before: Service['fields'] | undefined, { fields }: SheetService, today: IsoDate): string[] {
  const old = before === undefined ? {} : fieldTroubles(before, today)
  return Object.entries(fieldTroubles(fields, today)).flatMap(([field, sentence]) =>
    (old as Record<string, string>)[field] === sentence ? [] : [sentence],
  )
}
