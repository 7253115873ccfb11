import type { Instant } from '../../shared/content/ids.ts'
import type { Person } from '../../shared/review/records.ts'
import type { Oid } from './repository.ts'

/** One path in one version of the workspace. `from` is the former path where it was moved in that same version. */
export interface StoryChange {
  path: string
  before: Oid | null
  after: Oid | null
  from?: string
}

/** One version of the workspace: who, when, the plain sentence, and which paths it touched. */
export interface StoryEntry {
  oid: Oid
  parent: Oid | null
  by: Person
  at: Instant
  sentence: string
  /** The version that this one undoes. */
  undoes?: Oid
  changes: StoryChange[]
}

export interface PageVersion {
  /** Names the version of the workspace; `readAt(version, path)` gives the words. */
  version: Oid
  by: Person
  at: Instant
  sentence: string
  /** The path it had then. */
  path: string
  /** Names the content alone: equal for equal words. */
  blob: Oid
}

export interface LastChange {
  by: Person
  at: Instant
  /** The version of the workspace in which its words last changed. */
  oid: Oid
  blob: Oid
}

export interface Deleted {
  path: string
  by: Person
  at: Instant
  /** The last version in which it was there. */
  version: Oid
  /** Names what it held. */
  blob: Oid
}

/** Newest first, following moves. `entries` are oldest first. */
export function versionsOf(entries: readonly StoryEntry[], path: string): PageVersion[] {
  const versions: PageVersion[] = []
  let name = path
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]
    const change = entry && changeOf(entry, name)
    if (!entry || !change) continue
    if (change.after !== null) {
      const { oid, by, at, sentence } = entry
      versions.push({ version: oid, by, at, sentence, path: name, blob: change.after })
    }
    name = change.from ?? name
  }
  return versions
}

/** Asked of every version there is, so without anything that has to be made for it. */
function changeOf({ changes }: StoryEntry, path: string): StoryChange | undefined {
  for (const change of changes) if (change.path === path) return change
  return undefined
}

/** Who last changed the words of every present path, and what was deleted; both follow from the story alone. */
export interface Present {
  changed: Map<string, LastChange>
  /** By path and content: what was deleted is not forgotten because something else stands in its place now. */
  deleted: Map<string, Deleted>
}

const deletedKey = (path: string, blob: Oid) => `${blob} ${path}`

/** Takes one more version into account. A move alone changes nobody's words, so the former author stands. */
export function tell(present: Present, entry: StoryEntry): void {
  const { by, at, oid } = entry
  const former = new Map(
    entry.changes.flatMap(({ from }) => (from ? [[from, present.changed.get(from)] as const] : [])),
  )
  for (const { path, before, after } of entry.changes) {
    if (after !== null) continue
    present.changed.delete(path)
    if (former.has(path) || before === null || entry.parent === null) continue
    present.deleted.set(deletedKey(path, before), { path, by, at, version: entry.parent, blob: before })
  }
  for (const { path, after, from } of entry.changes) {
    if (after === null) continue
    const before = from === undefined ? undefined : former.get(from)
    present.changed.set(path, before?.blob === after ? before : { by, at, oid, blob: after })
    present.deleted.delete(deletedKey(path, after))
  }
}
