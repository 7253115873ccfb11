import {
  type Checklist,
  type ListFile,
  type ListSheet,
  listFileSchema,
  listFromRows,
  type SheetWish,
} from '../../shared/checklist/index.ts'
import { workspacePathSchema, writeRecord } from '../../shared/content/index.ts'
import type { ListChange, ListSheetView, StrayTag } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { csvRows, type ExcelSheet, excelSheets } from '../import/index.ts'
import { noSuchChecklist } from './coverage-of.ts'
import { requirementsOf } from './evaluations.ts'
import { firstName } from './page-history.ts'
import { changed, meOrRefusal, type Session } from './session.ts'

/** What the team makes of its lists: one file a list, under `checklists/`. Built-in lists stay as they came. */

const ok = { kind: 'ok' as const }

/** Rewords a requirement, works without it, or adds one of the team's own. */
export async function changeList(session: Session, id: string, change: ListChange): Promise<{ kind: 'ok' } | Refusal> {
  const list = (await session.knowing.checklists()).find(each => each.id === id)
  if (list === undefined) return noSuchChecklist(session, id)
  const file = await fileOf(session, id)
  const next = changedFile(file, list, change)
  if (isRefusal(next)) return next
  const kept = await keepList(session, next, who => `${who} ${whatChanged(change)} the checklist “${list.title}”`)
  return isRefusal(kept) ? kept : ok
}

const whatChanged = (change: ListChange) =>
  change.kind === 'add'
    ? 'added a requirement to'
    : change.kind === 'reword'
      ? 'reworded a requirement of'
      : change.why === null
        ? 'works again with a requirement of'
        : 'switched off a requirement of'

async function fileOf(session: Session, id: string): Promise<ListFile> {
  const files = await session.workspace.checklistFiles()
  return files.find(each => each.id === id) ?? listFileSchema.parse({ id })
}

function changedFile(file: ListFile, list: Checklist, change: ListChange): ListFile | Refusal {
  if (change.kind === 'add') {
    if (!list.sections.some(({ id }) => id === change.section)) return noSuchRequirement(change.section)
    const { section, text, metBy } = change
    return { ...file, added: { ...file.added, [freeId(list, file)]: ownOf(section, text, metBy) } }
  }
  const { requirement } = change
  const isThere = requirementsOf(list).some(({ id }) => id === requirement) || requirement in file.off
  if (!isThere) return noSuchRequirement(requirement)
  const own = file.added[requirement]
  if (change.kind === 'reword') {
    if (own !== undefined)
      return { ...file, added: { ...file.added, [requirement]: { ...own, text: change.text ?? own.text } } }
    return { ...file, reworded: withValue(file.reworded, requirement, change.text) }
  }
  if (own !== undefined) return { ...file, added: without(file.added, requirement) }
  return { ...file, off: withValue(file.off, requirement, change.why) }
}

const ownOf = (section: string, text: string, kind: ListFile['added'][string]['kind']): ListFile['added'][string] => ({
  section,
  text,
  kind,
  area: 'other',
  ageRange: '0-25',
  refs: [],
  same: [],
})

function withValue<T>(record: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> {
  return value === null ? without(record, key) : { ...record, [key]: value }
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))
}

/** `OUR-1`, `OUR-2`, …: the first that is free in the list. */
function freeId(list: Checklist, file: ListFile): string {
  const taken = new Set([
    ...requirementsOf(list).map(({ id }) => id),
    ...Object.keys(file.added),
    ...Object.keys(file.off),
  ])
  let number = 1
  while (taken.has(`OUR-${number}`)) number += 1
  return `OUR-${number}`
}

async function keepList(
  session: Session,
  file: ListFile,
  sentence: (who: string) => string,
): Promise<{ kind: 'ok' } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const broken = await whyNotOver(session, file.id)
  if (broken !== null) return broken
  const path = workspacePathSchema.parse(`checklists/${file.id}.yml`)
  const written = await session.workspace.writeFile(path, new TextEncoder().encode(writeRecord(file)))
  if (isRefusal(written)) return written
  const version = await session.history.commitPaths([path], { by: me, sentence: sentence(firstName(me.name)) })
  if (isRefusal(version)) return version
  changed(session, null)
  session.sharing.soon()
  return ok
}

export interface FileWish extends SheetWish {
  data: Uint8Array
}

export async function readListFile(session: Session, wish: FileWish): Promise<ListSheetView | Refusal> {
  const read = await sheetOf(session, wish)
  if (isRefusal(read)) return read
  const { kind, columns, headings, rows, gone } = read.sheet
  return { kind, columns, headings, rows, gone, replaces: read.former !== null, from: read.from }
}

/** Makes the team's template a list of its own, or the next version of the one that it has by that name. */
export async function bringInList(
  session: Session,
  wish: FileWish,
): Promise<{ kind: 'brought-in'; checklist: string; requirements: number } | Refusal> {
  const read = await sheetOf(session, wish)
  if (isRefusal(read)) return read
  const { list } = read.sheet
  const before = await fileOf(session, list.id)
  const kept = await keepList(
    session,
    { ...list, gaps: before.gaps, moved: { ...before.moved, ...list.moved }, gone: { ...before.gone, ...list.gone } },
    who =>
      `${who} brought in ${read.former === null ? 'the checklist' : 'a new version of the checklist'} “${list.title}”`,
  )
  if (isRefusal(kept)) return kept
  return { kind: 'brought-in', checklist: list.id, requirements: Object.keys(list.added).length }
}

async function sheetOf(
  session: Session,
  { data, ...wish }: FileWish,
): Promise<{ sheet: ListSheet; former: Checklist | null; from: ListSheetView['from'] } | Refusal> {
  const tables = await tablesIn(data)
  if (isRefusal(tables)) return tables
  if (wish.title === '') return noName()
  const lists = await session.knowing.checklists()
  const read = tables.map(({ rows, name }) => ({ rows, name, list: listFromRows(rows, wish, null) }))
  // Beside the list there may be sheets with notes; what is said of none of them is said of the first that has words.
  const table =
    read.find(({ list }) => !isRefusal(list) || list.code !== 'wrong-shape') ??
    read.find(({ rows }) => rows.length > 0) ??
    read[0]
  if (table === undefined) return noSheets()
  const first = table.list
  if (isRefusal(first)) return first
  const own = (await session.workspace.checklistFiles()).find(({ id }) => id === first.list.id)
  const former = lists.find(({ id }) => id === first.list.id) ?? null
  if (former !== null && (own === undefined || requirementsOf(former).some(({ id }) => !(id in own.added))))
    return builtInName(former.title)
  const sheet = listFromRows(table.rows, wish, former)
  if (isRefusal(sheet)) return sheet
  const twice = takenElsewhere(lists, sheet.list)
  const from = tables.length > 1 ? { name: table.name, others: tables.length - 1 } : null
  return twice === null ? { sheet, former, from } : numbersTaken(twice.id, twice.list)
}

async function tablesIn(data: Uint8Array): Promise<readonly ExcelSheet[] | Refusal> {
  if (data[0] === 0x50 && data[1] === 0x4b) {
    const read = await excelSheets(data)
    return isRefusal(read) ? read : read.sheets
  }
  const read = csvRows(data)
  return isRefusal(read) ? read : [{ name: '', rows: read.rows }]
}

/** What somebody wrote by hand into a list that cannot be read now is still theirs, and is never written over. */
async function whyNotOver({ workspace }: Session, id: string): Promise<Refusal | null> {
  await workspace.checklistFiles()
  const broken = workspace.unreadable().find(({ path }) => path === `checklists/${id}.yml`)
  return broken === undefined ? null : refuse(broken.code, broken.sentence, broken.nextStep)
}

/** A tag says a number alone, so two lists cannot both have it. */
function takenElsewhere(lists: readonly Checklist[], list: ListFile): { id: string; list: string } | null {
  for (const other of lists) {
    if (other.id === list.id) continue
    const same = requirementsOf(other).find(({ id }) => id in list.added)
    if (same !== undefined) return { id: same.id, list: other.title }
  }
  return null
}

/** Pages that are tagged with what no list has, nor had. */
export async function strayTags(session: Session): Promise<StrayTag[]> {
  const lists = await session.knowing.checklists()
  const known = new Set([
    ...lists.flatMap(requirementsOf).flatMap(({ id, former }) => [id, ...former]),
    ...lists.flatMap(({ off }) => off.map(({ id }) => id)),
  ])
  const gone = new Map((await session.workspace.checklistFiles()).flatMap(file => Object.entries(file.gone)))
  const stray = new Map<string, StrayTag['pages']>()
  for (const { fields } of session.workspace.entries()) {
    for (const requirement of new Set(fields.checklist.map(tag => tag.requirement))) {
      if (known.has(requirement)) continue
      stray.set(requirement, [...(stray.get(requirement) ?? []), { id: fields.id, title: fields.title }])
    }
  }
  return [...stray].map(([requirement, pages]) => ({ requirement, text: gone.get(requirement) ?? null, pages }))
}

/** No page is changed, so no approval lapses: the list remembers what the former number means now. */
export async function moveTag(session: Session, from: string, to: string): Promise<{ kind: 'ok' } | Refusal> {
  const list = (await session.knowing.checklists()).find(each => requirementsOf(each).some(({ id }) => id === to))
  if (list === undefined) return noSuchRequirement(to)
  if (requirementsOf(list).some(({ id }) => id === from)) return stillThere(from)
  const file = await fileOf(session, list.id)
  return keepList(
    session,
    { ...file, moved: { ...file.moved, [from]: to } },
    who => `${who} said that ${from} is ${to} now`,
  )
}

const noSuchRequirement = (id: string) =>
  refuse(
    'no-such-requirement',
    `“${id}” is not in this checklist, or not any more. Nothing was changed.`,
    'Look at the list again: somebody may have changed it.',
  )

const stillThere = (id: string) =>
  refuse('still-there', `“${id}” is still in the checklist, so its tags stay with it.`, 'Look at the list again.')

const noName = () =>
  refuse(
    'no-name',
    'The checklist needs a name. Nothing was brought in.',
    'Call it as your team does, such as “SE7 template”.',
  )

const noSheets = () =>
  refuse(
    'no-table',
    'This workbook has no sheets. Nothing was brought in.',
    'Choose the workbook with your list in it.',
  )

const builtInName = (title: string) =>
  refuse(
    'name-taken',
    `“${title}” came with Signpost, and a list of the team’s own cannot have its name. Nothing was brought in.`,
    'Give your list another name.',
  )

const numbersTaken = (id: string, list: string) =>
  refuse(
    'numbers-taken',
    `“${id}” is a number of the checklist “${list}” already, and a tag on a page can mean one of them only. Nothing was brought in.`,
    'Choose “none” for the column of numbers, so that Signpost gives the rows numbers of their own, or change them in the file.',
  )
