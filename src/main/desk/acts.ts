import { type PageId, pageIdSchema } from '../../shared/content/index.ts'
import type { Act, ActKind } from '../../shared/contract/index.ts'
import { idOfText, titleOfText } from '../../shared/merge/index.ts'
import { type Person, samePerson } from '../../shared/review/index.ts'
import type { Oid, StoryChange, StoryEntry } from '../git/index.ts'
import type { Acts } from './parts.ts'
import { meIn, type Session } from './session.ts'
import { undoneIn } from './undone.ts'

/** Acts that one question answers: a screenful or two. */
const most = 40
/** Pages that one act names; the rest is a number. */
const mostNamed = 3

type PublishRecord = Awaited<ReturnType<Session['live']['before']>>[number]
/** One line of the list, before anything is read for it. */
type Line = { kind: 'version'; entry: StoryEntry } | { kind: 'publish'; record: PublishRecord }

/** What was done is the story of the versions, with what was published put in where it belongs. Nothing of it is stored. */
export function createActs(session: () => Session): Acts {
  const namedBy = new Map<Oid, Named>()
  let published: { newest: string | null; records: PublishRecord[] } = { newest: null, records: [] }

  async function publishes(): Promise<PublishRecord[]> {
    const newest = (await session().history.logOf('live', 1))[0]?.version ?? null
    if (newest !== published.newest) published = { newest, records: await session().live.before() }
    return published.records
  }

  return {
    async list({ by, page, after }) {
      const { history } = session()
      const story = await history.story()
      const lines = inOrder(story, await publishes())
      const narrowed = lines.filter(isAbout(session(), story, by, page))
      const start = after === null ? 0 : (await placeAfter(session(), narrowed, after)) + 1
      const shown = narrowed.slice(start, start + most)
      const undone = undoneIn(story)
      const acts: Act[] = []
      for (const line of shown)
        acts.push(
          line.kind === 'publish' ? publishAct(line.record) : await versionAct(session(), line.entry, undone, namedBy),
        )
      return { acts, more: narrowed.length > start + most, people: peopleIn(story) }
    },
    async newest() {
      const me = meIn(session())
      const found = me && (await session().history.story()).findLast(entry => samePerson(entry.by, me))
      return found ? { act: found.oid, sentence: found.sentence } : null
    },
  }
}

const idOf = (line: Line) => (line.kind === 'version' ? line.entry.oid : line.record.publish)
const timeOf = (line: Line) => (line.kind === 'version' ? line.entry.at : line.record.at)

/** Newest first. The versions keep their order, whatever clock they were made by. */
function inOrder(story: readonly StoryEntry[], publishes: readonly PublishRecord[]): Line[] {
  const lines: Line[] = []
  const waiting = publishes.map((record): Line => ({ kind: 'publish', record }))
  for (const entry of story.toReversed()) {
    const line: Line = { kind: 'version', entry }
    while (waiting[0] !== undefined && timeOf(waiting[0]) >= timeOf(line)) lines.push(...waiting.splice(0, 1))
    lines.push(line)
  }
  return [...lines, ...waiting]
}

/** Where the act stands in the list; the whole list is shown again where it is not there any more. */
async function placeAfter({ history }: Session, lines: readonly Line[], act: string): Promise<number> {
  const found = lines.findIndex(line => idOf(line) === act)
  if (found >= 0) return found
  const now = await history.versionNamed(act)
  return lines.findIndex(line => idOf(line) === now?.oid)
}

function isAbout(
  { workspace }: Session,
  story: readonly StoryEntry[],
  by: string | null,
  page: PageId | null,
): (line: Line) => boolean {
  const entry = page === null ? null : workspace.byId(page)
  const versions = page === null ? null : touching(story, entry?.path ?? null, page)
  const title = entry?.fields.title ?? null
  return line => {
    const { by: person } = line.kind === 'version' ? line.entry : line.record
    if (by !== null && person.email !== by) return false
    if (versions === null) return true
    return line.kind === 'version' ? versions.has(line.entry.oid) : title !== null && line.record.pages.includes(title)
  }
}

/** The versions that touched a page, under whatever address, or what was said about it. */
function touching(story: readonly StoryEntry[], path: string | null, page: PageId): ReadonlySet<Oid> {
  const found = new Set<Oid>()
  let name = path
  for (const { oid, changes } of story.toReversed()) {
    const change = changes.find(each => each.path === name)
    if (change !== undefined || changes.some(each => each.path.startsWith(`reviews/${page}/`))) found.add(oid)
    name = change?.from ?? name
  }
  return found
}

function peopleIn(story: readonly StoryEntry[]): Person[] {
  const people = new Map(story.map(({ by }) => [by.email, by]))
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name))
}

function publishAct({ publish, by, at, sentence, pages }: PublishRecord): Act {
  const about = pages.slice(0, mostNamed).map(title => ({ id: null, title }))
  return {
    act: publish,
    kind: 'publish',
    by,
    at,
    sentence,
    about,
    more: pages.length - about.length,
    undo: { kind: 'publish' },
  }
}

async function versionAct(
  session: Session,
  entry: StoryEntry,
  undone: ReadonlyMap<Oid, Oid>,
  namedBy: Map<Oid, Named>,
): Promise<Act> {
  const { oid, by, at, sentence, changes } = entry
  const subjects = subjectsOf(changes)
  const about: Named[] = []
  for (const subject of subjects.slice(0, mostNamed)) about.push(await nameOf(session, subject, namedBy))
  const undoneBy = undone.get(oid)
  const undo: Act['undo'] =
    entry.parent === null
      ? { kind: 'never', sentence: 'This is how the workspace began.' }
      : undoneBy === undefined
        ? { kind: 'can' }
        : { kind: 'undone', by: undoneBy }
  return {
    act: oid,
    kind: kindOf(changes, subjects),
    by,
    at,
    sentence,
    about,
    more: subjects.length - about.length,
    undo,
  }
}

interface Named {
  id: PageId | null
  title: string
}

/** What an act was about, by the path of the file that says what it is called. */
type Subject =
  | { kind: 'entry'; path: string; blob: Oid }
  | { kind: 'page'; id: PageId }
  | { kind: 'media'; name: string }

/** A page that moved, a picture with its description, ten comments on one page: each is one subject. */
function subjectsOf(changes: readonly StoryChange[]): Subject[] {
  const left = new Set(changes.flatMap(({ from }) => from ?? []))
  const found = new Map<string, Subject>()
  for (const { path, before, after } of changes) {
    const blob = after ?? before
    const [, folder = '', rest = ''] = /^(pages|services|media|reviews)\/(.+)$/.exec(path) ?? []
    if (folder === 'media') found.set(rest.replace(/\.yml$/, ''), { kind: 'media', name: rest.replace(/\.yml$/, '') })
    const id = folder === 'reviews' ? pageIdSchema.safeParse(rest.split('/')[0]).data : undefined
    if (id !== undefined) found.set(id, { kind: 'page', id })
    if (/^(pages|services)$/.test(folder) && path.endsWith('.md') && !left.has(path) && blob !== null)
      found.set(path, { kind: 'entry', path, blob })
  }
  return [...found.values()]
}

async function nameOf({ workspace, history }: Session, subject: Subject, namedBy: Map<Oid, Named>): Promise<Named> {
  if (subject.kind === 'media') return { id: null, title: subject.name }
  if (subject.kind === 'page') {
    const title = workspace.byId(subject.id)?.fields.title
    return { id: title === undefined ? null : subject.id, title: title ?? 'a page that was deleted' }
  }
  const { path, blob } = subject
  const known =
    namedBy.get(blob) ?? named(path, new TextDecoder().decode((await history.content(blob)) ?? new Uint8Array()))
  namedBy.set(blob, known)
  const now = known.id === null ? null : workspace.byId(known.id)
  return { id: now === null ? null : known.id, title: now?.fields.title || known.title }
}

function named(path: string, text: string): Named {
  return { id: pageIdSchema.safeParse(idOfText(text)).data ?? null, title: titleOfText(path, text) }
}

function kindOf(changes: readonly StoryChange[], subjects: readonly Subject[]): ActKind {
  const kinds = new Set(subjects.map(({ kind }) => kind))
  if (kinds.size > 1 || subjects.length > 1) return 'several'
  if (kinds.has('page')) return 'review'
  if (kinds.has('media')) return 'media'
  if (kinds.has('entry')) return 'page'
  const isIn = (folders: RegExp) => changes.some(({ path }) => folders.test(path))
  if (isIn(/^(?:feedback|answers)\//)) return isIn(/^evaluations\//) ? 'several' : 'families'
  if (isIn(/^(?:evaluations|checklists)\//)) return 'checklists'
  if (isIn(/^reports\//)) return 'reports'
  return isIn(/^signpost\.yml$/) ? 'settings' : 'several'
}
