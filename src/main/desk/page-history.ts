import {
  type ContentHash,
  type Doc,
  type Entry,
  type PageId,
  parseEntry,
  type WorkspacePath,
  workspacePathSchema,
} from '../../shared/content/index.ts'
import type { OpenPage, Version } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { inForce, type ReviewRecord, whoWrote } from '../../shared/review/index.ts'
import { hashOf } from '../workspace/index.ts'
import { firstName } from './first-name.ts'
import { fieldsOf } from './open-page.ts'
import { keepOutsideAt } from './outside-changes.ts'
import { type Saved, savedAs, saveTyped } from './save-page.ts'
import { meOrRefusal, noSuchPage, type Session } from './session.ts'

export { firstName }

/** Publishes that are looked through to say which versions families have seen. */
const publishesSeen = 50

/** A page's versions, newest first. */
export async function pageHistory(session: Session, id: PageId): Promise<Version[]> {
  const path = session.workspace.byId(id)?.path
  if (path === undefined) return []
  const [versions, seen] = await Promise.all([session.history.versions(path), seenByFamilies(session, path)])
  const result: Version[] = []
  for (const { version, by, at, sentence, path: then, blob } of versions) {
    const text = await textAt(session, version, then)
    if (text !== null) result.push({ version, by, at, sentence, hash: hashOf(text), live: seen.has(blob) })
  }
  return result
}

/** Who last changed each part of the page, and what was said of it then. */
export async function paragraphs(
  session: Session,
  id: PageId,
): Promise<{ words: string; version: Version; why: string }[]> {
  const path = session.workspace.byId(id)?.path
  if (path === undefined) return []
  const versions = await pageHistory(session, id)
  const paths = new Map((await session.history.versions(path)).map(each => [each.version, each.path]))
  const docs: { version: Version; doc: Doc }[] = []
  for (const version of versions.toReversed()) {
    const then = paths.get(version.version)
    const text = then === undefined ? null : await textAt(session, version.version, then)
    if (then !== undefined && text !== null)
      docs.push({ version, doc: parseEntry(workspacePathSchema.parse(then), text).entry.doc })
  }
  const reasons = reasonsByHash(inForce((await session.knowing.one(id))?.records ?? []))
  return whoWrote(docs).map(({ words, version: { version } }) => ({
    words,
    version,
    why: reasons.get(version.hash) ?? '',
  }))
}

function reasonsByHash(records: readonly ReviewRecord[]): ReadonlyMap<ContentHash, string> {
  return new Map(
    records.flatMap((record): [ContentHash, string][] => {
      if (record.kind === 'urgent') return [[record.hash, record.reason]]
      return record.kind === 'request' && record.note !== '' ? [[record.hash, record.note]] : []
    }),
  )
}

async function seenByFamilies({ history }: Session, path: string): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  for (const { version } of (await history.logOf('live')).slice(0, publishesSeen)) {
    const oid = await history.nameAt(version, path)
    if (oid !== null) seen.add(oid)
  }
  return seen
}

export interface EntryVersion {
  kind: 'version'
  doc: OpenPage['doc']
  entry: OpenPage['entry']
  hash: ContentHash
}

/** The page as it was in one version, or as families see it (`live`). */
export async function pageVersion(session: Session, id: PageId, version: string): Promise<EntryVersion | Refusal> {
  const found = await textOfVersion(session, id, version)
  if (isRefusal(found)) return found
  const { entry } = parseEntry(found.path, found.text)
  return { kind: 'version', doc: entry.doc, entry: fieldsOf(entry), hash: hashOf(found.text) }
}

/** Makes an earlier version the newest, to the byte, so that an approval of it holds again. Nothing in between is lost. */
export async function putBack(session: Session, id: PageId, version: string): Promise<Saved | Refusal> {
  const { workspace, history } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const entry = workspace.byId(id)
  if (entry === null) return noSuchPage()
  const found = await textOfVersion(session, id, version)
  if (isRefusal(found)) return found
  const kept = await saveTyped(session, id)
  if (kept !== null && isRefusal(kept)) return kept
  const unkept = await keepOutsideAt(session, [entry.path])
  if (unkept !== null) return unkept
  const written = await history.exclusively(() => workspace.replace(entry.path, found.text))
  if (isRefusal(written)) return written
  const sentence = `${firstName(me.name)} put an earlier version of ${named(entry)} back`
  const made = await history.commitPaths([entry.path], { by: me, sentence })
  if (isRefusal(made)) return made
  return savedAs(session, id, made !== null)
}

export function named(entry: Entry): string {
  return `“${entry.fields.title || 'a page without a title'}”`
}

async function textOfVersion(
  session: Session,
  id: PageId,
  version: string,
): Promise<{ path: WorkspacePath; text: string } | Refusal> {
  const entry = session.workspace.byId(id)
  const path = version === 'live' ? (await session.knowing.live()).get(id)?.path : await pathIn(session, entry, version)
  const text = path === undefined ? null : await textAt(session, version, path)
  if (path === undefined || text === null) {
    return refuse(
      'no-such-version',
      version === 'live' ? 'Families do not see this page yet.' : 'This version is not in the history of the page.',
      'Choose another version from the list.',
    )
  }
  return { path, text }
}

/** The path that the page had in a version: a page that moved is still the same page. */
async function pathIn({ history }: Session, entry: Entry | null, version: string): Promise<WorkspacePath | undefined> {
  if (entry === null) return undefined
  const found = (await history.versions(entry.path)).find(each => each.version === version)
  return found?.path as WorkspacePath | undefined
}

async function textAt({ history }: Session, version: string, path: string): Promise<string | null> {
  const bytes = await history.readAt(version, path)
  return bytes && new TextDecoder().decode(bytes)
}
