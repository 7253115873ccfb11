import type { z } from 'zod'
import type { EvaluationRecord, ListFile } from '../../shared/checklist/index.ts'
import {
  type ContentHash,
  type Entry,
  type PageId,
  parseSiteConfig,
  type SiteConfig,
  type UnreadSetting,
  unreadSettings,
  type WorkspacePath,
  workspacePathSchema,
  writeSiteConfig,
} from '../../shared/content/index.ts'
import type { FamilyComment, PublicAnswer } from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { SavedReport } from '../../shared/report/index.ts'
import type { ReviewRecord } from '../../shared/review/records.ts'
import { orDiskTrouble } from '../files/index.ts'
import { oneAtATime } from '../settings/index.ts'
import { openChecklistFiles } from './checklist-files.ts'
import type { Drafts } from './drafts.ts'
import type { EntryIndex } from './entry-index.ts'
import { type EntryWriting, entryWriting, isTaken } from './entry-writing.ts'
import type { EvaluationRecords } from './evaluations.ts'
import { type Media, openMedia } from './media.ts'
import type { Unreadable } from './read-entries.ts'
import type { RecordFiles } from './record-files.ts'
import { type Recovered, recoveredDrafts } from './recovered.ts'
import { openRedirects, type Redirects } from './redirects.ts'
import type { Reviews } from './reviews.ts'
import type { Room } from './room.ts'
import { openSearch, type Search } from './search.ts'
import { type NewEntry, type NewEntryRequest, newEntry } from './templates.ts'
import type { TypedWords } from './typed.ts'
import { watchContent } from './watch.ts'

/** One workspace, open: its pages and services, what was said about them, and what is being typed on this computer. */
export interface Workspace {
  /** Absolute, with links resolved. */
  readonly root: string
  /** Why nothing can be changed here, or null. It can come to be so while the workspace is open. */
  readOnly(): string | null

  config(): SiteConfig
  setConfig(config: SiteConfig): Promise<{ kind: 'ok' } | Refusal>
  /** What the file of the settings says that counts for nothing; none where it cannot be looked at. */
  unreadSettings(): Promise<UnreadSetting[]>

  /** In the order of their paths. The words (`doc`) are read when they are first asked for. */
  entries(): Entry[]
  byId(id: PageId): Entry | null
  /** The file's text with LF line endings, and the hash of exactly that. */
  text(id: PageId): string | null
  hash(id: PageId): ContentHash | null
  /** Files that cannot be shown as pages or counted as comments, by their paths; nothing was done to them. */
  unreadable(): Unreadable[]
  /**
   * Works something out of a page's own words, once for each text, and remembers it on this computer. `name` has to change
   * with what it means (`counts 2`); `schema` reads back what was kept. Null for a page that is not there.
   */
  derive<T>(id: PageId, name: string, schema: z.ZodType<T>, compute: (entry: Entry) => T): T | null
  /** What was derived by this name before, or null: for what is better worked out elsewhere than here and at once. */
  recall<T>(id: PageId, name: string, schema: z.ZodType<T>): T | null

  /** The page's file, a new one, another address, none: see EntryWriting. */
  writeEntry: EntryWriting['write']
  create: EntryWriting['create']
  replace: EntryWriting['replace']
  rename: EntryWriting['rename']
  remove: EntryWriting['remove']
  /** A whole file as it was in an earlier version. */
  writeFile(path: WorkspacePath, data: Uint8Array): Promise<{ kind: 'ok' } | Refusal>
  /** Moves a file that is no page into Signpost's own corner of the folder, which is never shared; answers where it is. */
  setAside(path: WorkspacePath): Promise<WorkspacePath | Refusal>
  /** A new page or service from its template, at a free address; `create` writes it. */
  newEntry(request: NewEntryRequest): Promise<NewEntry | Refusal>
  /** Whether an entry, or something unreadable, stands at a path, in capitals or not. */
  isTaken(path: string): boolean

  search: Search['find']
  reviews(page?: PageId): Promise<ReviewRecord[]>
  addReview: Reviews['add']
  /** What was said in all evaluations, of gaps and of evidence; the oldest first. */
  evaluations(): Promise<EvaluationRecord[]>
  addEvaluation: EvaluationRecords['add']
  /** What the team made of its checklists, read anew. */
  checklistFiles(): Promise<ListFile[]>
  /** What families said, and the words that they read in answer. */
  comments: RecordFiles<FamilyComment>
  answers: RecordFiles<PublicAnswer>
  /** The team's own paragraphs of each report. */
  reports: RecordFiles<SavedReport>
  redirects: Redirects['list']
  addRedirect: Redirects['add']
  media: Media
  drafts: Drafts
  typed: TypedWords
  /** What was typed and never became a version, with the sentence that says so. */
  recovered(): Promise<Recovered[]>

  /** Reads what changed on the disk; answers the ids of entries that are new, different or gone. */
  refresh(): Promise<PageId[]>
  /**
   * Told after changes that this program did not make itself; with no ids where only files that are no pages came or went.
   * Answers how to stop being told.
   */
  onChange(listener: (ids: PageId[]) => void): () => void
  /** Gives the workspace up for another Signpost. */
  close(): Promise<void>
}

export interface WorkspaceParts {
  room: Room
  index: EntryIndex
  reviews: Reviews
  evaluations: EvaluationRecords
  comments: RecordFiles<FamilyComment>
  answers: RecordFiles<PublicAnswer>
  reports: RecordFiles<SavedReport>
  drafts: Drafts
  typed: TypedWords
  config: SiteConfig
  resourcesDir: string
  release: () => Promise<void>
}

export const configPath: WorkspacePath = workspacePathSchema.parse('signpost.yml')
export const largestConfig = 1_000_000

export function assemble(parts: WorkspaceParts): Workspace {
  const {
    room,
    index,
    reviews,
    evaluations,
    comments,
    answers,
    reports,
    drafts,
    typed,
    config: first,
    resourcesDir,
    release,
  } = parts
  const writing = entryWriting(room, index)
  const redirects = openRedirects(room)
  const checklistFiles = openChecklistFiles(room)
  const inTurn = oneAtATime()
  const listeners = new Set<(ids: PageId[]) => void>()
  let config = first

  /** Null where there is none; a refusal where nobody knows what there is, and so nothing may be written over it. */
  async function configText(): Promise<string | null | Refusal> {
    const bytes = await room.read(configPath, largestConfig)
    if (isRefusal(bytes)) return bytes.code === 'missing' ? null : bytes
    return new TextDecoder().decode(bytes)
  }

  async function refresh(): Promise<PageId[]> {
    const text = await configText()
    const read = typeof text === 'string' ? parseSiteConfig(text) : null
    // One that was broken by hand meanwhile is not taken; the last good one holds until the workspace is opened again.
    if (read !== null && !isRefusal(read)) config = read
    // A disk that cannot be listed at this moment does not mean that the pages are gone: what is known stays.
    const ids = await orDiskTrouble(() => index.refresh())
    return isRefusal(ids) ? [] : ids
  }

  const unreadablePaths = () =>
    index
      .unreadable()
      .map(({ path, code }) => `${path} ${code}`)
      .join('\n')

  const watcher = watchContent(room.root, async () => {
    const before = unreadablePaths()
    const ids = await refresh()
    const isNew = ids.length > 0 || unreadablePaths() !== before
    for (const listener of isNew ? listeners : []) listener(ids)
  })

  return {
    root: room.root,
    readOnly: room.readOnly,
    config: () => config,
    setConfig: next =>
      inTurn(async () => {
        const former = await configText()
        if (isRefusal(former)) return former
        const written = await room.write(configPath, writeSiteConfig(former, next))
        if (isRefusal(written)) return written
        config = next
        return { kind: 'ok' }
      }),
    async unreadSettings() {
      const text = await configText()
      return typeof text === 'string' ? unreadSettings(text) : []
    },
    entries: () => index.all().map(one => one.entry),
    byId: id => index.byId(id)?.entry ?? null,
    text: id => index.byId(id)?.file.text ?? null,
    hash: id => index.byId(id)?.file.hash ?? null,
    unreadable: () =>
      [index, reviews, evaluations, comments, answers, reports, checklistFiles]
        .flatMap(each => each.unreadable())
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    derive(id, name, schema, compute) {
      const indexed = index.byId(id)
      return indexed === null ? null : index.derive(indexed, name, schema, compute)
    },
    recall(id, name, schema) {
      const indexed = index.byId(id)
      return indexed === null ? null : (index.recall(indexed, name, schema) ?? null)
    },
    writeEntry: writing.write,
    create: writing.create,
    replace: writing.replace,
    async writeFile(path, data) {
      const written = await room.write(path, data)
      if (isRefusal(written)) return written
      await index.refresh([path])
      return { kind: 'ok' }
    },
    async setAside(path) {
      const kept = asidePath(path, room.now())
      const moved = await room.move(path, kept)
      if (isRefusal(moved)) return moved
      await index.refresh([path])
      return kept
    },
    rename: writing.rename,
    remove: writing.remove,
    newEntry: request =>
      newEntry(request, { resourcesDir, disk: room.disk, now: room.now, isTaken: path => isTaken(index, path) }),
    isTaken: path => isTaken(index, path),
    search: openSearch(index).find,
    reviews: reviews.list,
    addReview: reviews.add,
    evaluations: () => evaluations.list(),
    addEvaluation: evaluations.add,
    checklistFiles: checklistFiles.list,
    comments,
    answers,
    reports,
    redirects: redirects.list,
    addRedirect: redirects.add,
    media: openMedia(room),
    drafts,
    typed,
    recovered: () => recoveredDrafts(drafts, index, room),
    refresh,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      watcher.close()
      listeners.clear()
      await index.save()
      await reviews.save()
      await evaluations.save()
      await comments.save()
      await release()
    },
  }
}

/** `.signpost/set-aside/<time>-<name>`: two files of one name do not meet there. */
function asidePath(path: WorkspacePath, at: Date): WorkspacePath {
  const time = at.toISOString().replaceAll(/[:.]/g, '-')
  return workspacePathSchema.parse(`.signpost/set-aside/${time}-${path.slice(path.lastIndexOf('/') + 1)}`)
}
