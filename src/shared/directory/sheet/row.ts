import {
  type IsoDate,
  isSame,
  type PageId,
  parseBody,
  type Service,
  type ServiceFields,
  serviceFieldsSchema,
} from '../../content/index.ts'
import { fieldTroubles } from '../field-trouble.ts'
import { type Column, nameColumn, type SheetService } from './columns.ts'
import { plain } from './headings.ts'
import { tidy, unguarded } from './write.ts'

/** What one row of a spreadsheet would make of its service. */

export interface SheetChange {
  /** The column’s heading. */
  what: string
  from: string
  /** Nothing, where the service loses what it has. */
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
  /** Why the whole row is left out, one line each. */
  trouble: string[]
  /** Cells that are left out while the rest of the row comes in, one line each with its column. */
  leftOut: string[]
  /** Cells that are taken in otherwise than they were written, one line each with its column. */
  notes: string[]
  /** What would be written. */
  service: SheetService
}

export interface Line {
  cells: readonly string[]
  row: number
  at: ReadonlyMap<Column, number>
  id: string
}

export interface Known {
  byId: ReadonlyMap<string, Service>
  byTitle: ReadonlyMap<string, readonly Service[]>
}

export interface RowFacts {
  today: IsoDate
  /** For a new service, from its row; replaced by a real one when it is written. */
  newId: PageId
  /** An empty cell takes away what the service has. Otherwise nothing in a file does. */
  emptyTakesAway: boolean
}

const longestCell = 20_000

export function rowOf({ cells, row, at, id }: Line, known: Known, facts: RowFacts): ServiceRow {
  const cellOf = (column: Column) => unguarded(cells[at.get(column) ?? -1] ?? '')
  const named = cellOf(nameColumn)
  const alike = known.byTitle.get(plain(named)) ?? []
  const before = id === '' ? alike[0] : known.byId.get(id)
  const trouble: string[] = []
  if (id !== '' && before === undefined) {
    trouble.push(`Id: No service has the id “${id.slice(0, 40)}”. Leave that cell empty to add a new one.`)
  }
  if (id === '' && alike.length > 1) {
    trouble.push(
      `Name: ${alike.length} services are called “${named.slice(0, 60)}”. Write the id of the one that is meant.`,
    )
  }
  const start: SheetService = before ?? {
    fields: serviceFieldsSchema.parse({ id: facts.newId }),
    doc: parseBody('').doc,
  }
  const read = [...at.keys()].map(column => readCell(column, cellOf(column), start, facts.emptyTakesAway))
  const good = read.flatMap(cell => (cell.kind === 'good' ? [cell] : []))
  const { service, taken, clashes } = fitting(start, good, facts.today)
  const leftOut = [...read.flatMap(cell => (cell.kind === 'bad' ? [cell.line] : [])), ...clashes]
  if (service.fields.title === '' && before === undefined) {
    trouble.push(leftOut.find(isAboutName) ?? `${nameColumn.heading}: It has no name. Write what people call it.`)
  }
  const changes = taken.map(
    ({ column, from }): SheetChange => ({ what: column.heading, from, to: tidy(column.write(service)) }),
  )
  const kind = trouble.length > 0 ? 'trouble' : before === undefined ? 'add' : changes.length > 0 ? 'change' : 'same'
  return {
    row,
    title: service.fields.title || named,
    kind,
    id: before?.fields.id ?? null,
    changes,
    trouble,
    leftOut: leftOut.filter(line => !trouble.includes(line)),
    notes: taken.flatMap(({ column, note }) => (note === undefined ? [] : [`${column.heading}: ${note}`])),
    service,
  }
}

const isAboutName = (line: string) => line.startsWith(`${nameColumn.heading}: `)

interface GoodCell {
  kind: 'good'
  column: Column
  cell: string
  from: string
  note?: string
}
type ReadCell = GoodCell | { kind: 'bad'; line: string } | { kind: 'nothing' }

function readCell(column: Column, cell: string, start: SheetService, emptyTakesAway: boolean): ReadCell {
  const from = tidy(column.write(start))
  if (cell === from) return { kind: 'nothing' }
  const bad = (why: string): ReadCell => ({ kind: 'bad', line: `${column.heading}: ${why}` })
  if (cell.length > longestCell) {
    return bad(`This is longer than ${longestCell.toLocaleString('en-GB')} characters.`)
  }
  const taken = column.read(cell, start)
  if (taken.kind === 'trouble') return bad(taken.sentence)
  if (isSame(taken.service, start)) return { kind: 'nothing' }
  // A service always has a name, and keeps what a cell such as “;” says nothing of.
  const loses = tidy(column.write(taken.service)) === ''
  if (loses && (!emptyTakesAway || column === nameColumn)) return { kind: 'nothing' }
  return { kind: 'good', column, cell, from, ...(taken.note !== undefined && { note: taken.note }) }
}

/** As many of the cells as make a sound service together, and a line for each of the others. */
function fitting(
  start: SheetService,
  cells: readonly GoodCell[],
  today: IsoDate,
): { service: SheetService; taken: readonly GoodCell[]; clashes: readonly string[] } {
  const service = cells.reduce((so, { column, cell }) => {
    const next = column.read(cell, so)
    return next.kind === 'taken' ? next.service : so
  }, start)
  const troubles = Object.entries(newTroubles(start.fields, service.fields, today))
  const [clash] = troubles.flatMap(([field, sentence]) => {
    const guilty = cells.filter(({ column }) => column.answersFor === field)
    return guilty.length === 0 ? [] : [{ guilty, sentence }]
  })
  if (clash === undefined) return { service, taken: cells, clashes: [] }
  const { guilty, sentence } = clash
  const line = `${guilty.map(({ column }) => column.heading).join(' and ')}: ${sentence}`
  const rest = fitting(
    start,
    cells.filter(cell => !guilty.includes(cell)),
    today,
  )
  return { ...rest, clashes: [line, ...rest.clashes] }
}

/** What was wrong before the file is no reason to keep the rest of a row out. */
function newTroubles(before: ServiceFields, after: ServiceFields, today: IsoDate): Record<string, string> {
  const old: Readonly<Record<string, string>> = fieldTroubles(before, today)
  return Object.fromEntries(
    Object.entries(fieldTroubles(after, today)).filter(([field, sentence]) => old[field] !== sentence),
  )
}
