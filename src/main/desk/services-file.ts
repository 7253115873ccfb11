import {
  type PageId,
  parseEntry,
  type Service,
  type WorkspacePath,
  whyUnreadable,
  writeEntry,
} from '../../shared/content/index.ts'
import type { ServicesSheet } from '../../shared/contract/index.ts'
import { type ServiceRow, type ServiceSheet, servicesAsCsv, servicesFromRows } from '../../shared/directory/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { csvRows } from '../import/index.ts'
import { freePath, hashOf, newPageId } from '../workspace/index.ts'
import { keepOutsideChanges } from './outside-changes.ts'
import { firstName } from './page-history.ts'
import { changedFiles, meOrRefusal, type Session, todayOf } from './session.ts'

/** The directory as a spreadsheet: out, and in again after it was seen what that changes. */

/** How often the workspace may change under this before it is given up. */
const attempts = 5

/** A CSV file, and whether its empty cells take away what services have. */
export interface ServicesWish {
  data: Uint8Array
  emptyTakesAway: boolean
}

export function servicesFile(session: Session): { name: string; text: string; services: number } {
  const services = servicesOf(session)
  return { name: `services-${todayOf(session)}.csv`, text: servicesAsCsv(services), services: services.length }
}

/** What the file would change. Writes nothing. */
export async function readServicesFile(session: Session, wish: ServicesWish): Promise<ServicesSheet | Refusal> {
  await session.workspace.refresh()
  const sheet = await sheetOf(session, wish)
  return isRefusal(sheet) ? sheet : shown(sheet)
}

/**
 * Does exactly what was seen, in one version that is undone as one; `seen` is what `readServicesFile` answered. Rows that
 * cannot be taken are left out, as it said.
 */
export async function bringInServices(
  session: Session,
  wish: ServicesWish,
  seen: string,
): Promise<{ kind: 'services-in'; added: number; changed: number } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const { history, workspace } = session
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // A file of another program that cannot be kept at this moment stands in the way of its own service alone.
    await keepOutsideChanges(session)
    const head = await history.head()
    await workspace.refresh()
    const sheet = await sheetOf(session, wish)
    if (isRefusal(sheet)) return sheet
    if (shown(sheet).seen !== seen) return changedMeanwhile()
    const files = new Map(sheet.rows.flatMap(({ file }) => (file === null ? [] : [[file.path, file] as const])))
    if (files.size === 0) return nothingToBringIn()
    const added = sheet.rows.filter(({ kind }) => kind === 'add')
    const altered = sheet.rows.filter(({ kind }) => kind === 'change')
    const sentence = `${firstName(me.name)} ${whatWasDone(added, altered)} from a spreadsheet`
    const applied = await history.apply(head, files, { by: me, sentence })
    if (isRefusal(applied)) return applied
    if (applied.kind === 'applied') {
      await workspace.refresh()
      changedFiles(session, null)
      return { kind: 'services-in', added: added.length, changed: altered.length }
    }
  }
  return stillChanging()
}

interface ServiceFile {
  path: WorkspacePath
  text: string
}

/** A row with the file that it becomes; null where it writes none. */
interface PlannedRow extends ServiceRow {
  file: ServiceFile | null
}

interface PlannedSheet extends ServiceSheet {
  rows: PlannedRow[]
}

const servicesOf = ({ workspace }: Session) =>
  workspace.entries().filter((entry): entry is Service => entry.kind === 'service')

async function sheetOf(session: Session, { data, emptyTakesAway }: ServicesWish): Promise<PlannedSheet | Refusal> {
  const { workspace, world } = session
  const read = csvRows(data)
  if (isRefusal(read)) return read
  const services = servicesOf(session)
  const facts = { services, today: todayOf(session), newId: newPageId(world.now()), emptyTakesAway }
  const sheet = servicesFromRows(read.rows, facts)
  if (isRefusal(sheet)) return sheet
  const scaffold = await workspace.newEntry({ template: 'service', title: '', section: '' })
  if (isRefusal(scaffold)) return scaffold
  const inTheWay = await whatIsInTheWay(session, services)
  const taken = new Set<string>()
  const rows = sheet.rows.map((row): PlannedRow => {
    if (row.kind !== 'add' && row.kind !== 'change') return { ...row, file: null }
    const why = row.id === null ? undefined : inTheWay.get(row.id)
    const file = why ?? (row.id === null ? newFile(row, scaffold.text) : changedFile(row, row.id))
    if (typeof file === 'string') return { ...row, kind: 'trouble', trouble: [file], file: null }
    taken.add(file.path)
    return { ...row, file }
  })
  return { ...sheet, rows }

  function newFile({ title, service }: ServiceRow, template: string): ServiceFile | string {
    const path = freePath('services', title, each => workspace.isTaken(each) || taken.has(each))
    if (path === null) return tooLong
    const { review } = parseEntry(path, template).entry.fields
    const fields = { ...service.fields, id: newPageId(world.now()), review }
    return readable(path, writeEntry(template, { kind: 'service', fields, doc: service.doc }))
  }

  function changedFile({ service }: ServiceRow, id: PageId): ServiceFile | string {
    const [entry, text] = [workspace.byId(id), workspace.text(id)]
    if (entry === null || text === null) return unreadable
    return readable(entry.path, writeEntry(text, { kind: 'service', fields: service.fields, doc: service.doc }))
  }
}

/** Nothing is written that could not be read again. */
function readable(path: WorkspacePath, text: string): ServiceFile | string {
  return whyUnreadable(text) === null && parseEntry(path, text).entry.trouble.length === 0 ? { path, text } : tooLong
}

/** Why a service cannot be changed at this moment, one sentence each: what somebody types or has to choose goes first. */
async function whatIsInTheWay(
  { workspace, choices }: Session,
  services: readonly Service[],
): Promise<ReadonlyMap<PageId | null, string>> {
  return new Map<PageId | null, string>([
    ...services.flatMap(({ fields, trouble }) => (trouble.length > 0 ? [[fields.id, unreadable] as const] : [])),
    ...(await workspace.recovered()).map(({ draft }) => [draft.id, beingTyped] as const),
    ...(await choices.list()).map(({ page }) => [page, askedAbout] as const),
  ])
}

const unreadable = 'It has details that cannot be read, which this would take away. Open it: its page says which.'
const beingTyped = 'It has typing that is no version yet. Open it and save a version first.'
const askedAbout = 'It waits for a choice between two people’s words. Answer that first.'
const tooLong = 'It says more than one service can hold. Make its longest cells shorter.'

function shown({ rows, ...sheet }: PlannedSheet): ServicesSheet {
  const told = rows.map(({ service: _, file: __, ...row }) => row)
  return { ...sheet, kind: 'services-sheet', rows: told, seen: hashOf(JSON.stringify(told)) }
}

/** “added 2 services and changed 1”; one alone by its name. */
function whatWasDone(added: readonly ServiceRow[], altered: readonly ServiceRow[]): string {
  const told = (verb: string, rows: readonly ServiceRow[]) => {
    const [first] = rows
    if (first === undefined) return []
    return [`${verb} ${rows.length === 1 ? `“${first.title}”` : `${rows.length.toLocaleString('en-GB')} services`}`]
  }
  return [...told('added', added), ...told('changed', altered)].join(' and ')
}

const changedMeanwhile = () =>
  refuse(
    'changed-meanwhile',
    'The services changed while you were looking at this file, so nothing was brought in.',
    'Look at the file again: the rows say what it would change now.',
  )

const nothingToBringIn = () =>
  refuse('nothing-to-bring-in', 'This file changes no service. Nothing was brought in.', 'Choose another file.')

const stillChanging = () =>
  refuse(
    'still-changing',
    'The services are changing at this moment, so nothing was brought in.',
    'Try again in a moment.',
  )
