import {
  type ContentHash,
  type EntryToWrite,
  type Instant,
  type PageId,
  repairDoc,
  writeEntry,
} from '../../shared/content/index.ts'
import { type Clash, mergeEntries } from '../../shared/merge/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { describeChange, type PageState } from '../../shared/review/index.ts'
import { type EntryWritten, hashOf } from '../workspace/index.ts'
import type { Typed } from './parts.ts'
import { changed, meOrRefusal, noSuchPage, nowOf, type Session } from './session.ts'

export interface Saved {
  kind: 'saved'
  hash: ContentHash
  at: Instant
  state: PageState
}

/** Typing, on disk before this answers. A page that is gone keeps its draft too: the words are the person's. */
export async function keepDraft(session: Session, typed: Typed): Promise<{ kind: 'kept'; at: Instant } | Refusal> {
  return session.workspace.drafts.keep({ ...typed, doc: repairDoc(typed.doc), at: nowOf(session) })
}

/**
 * Makes a version of what was typed. Where the page changed meanwhile (a colleague's work came in, another program wrote
 * the file), both are put together as sync does it, and what clashes waits as a question with nothing of either lost.
 */
export async function savePage(
  session: Session,
  typed: Typed,
  sentence?: string,
  upTo = session.workspace.drafts.mark(),
): Promise<Saved | Refusal> {
  const { workspace } = session
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const before = workspace.byId(typed.id)
  if (before === null) return noSuchPage()
  const written = await session.history.exclusively(() => write(session, typed))
  if (isRefusal(written)) return written
  const after = workspace.byId(typed.id) ?? before
  const version = await session.history.commitPaths([written.path], {
    by: me,
    sentence: sentence ?? describeChange(before, after, me.name),
  })
  if (isRefusal(version)) return version
  // Only now is the typing safe twice over: a kill before this finds the draft again, and it says the same. What another
  // window, or a connection that came back, typed since then is not part of this version and stays.
  await workspace.drafts.discard(typed.id, upTo)
  // Sharing may have made the version of these words first: that there is none left to make does not say that nothing is new.
  return savedAs(session, typed.id, written.changed || version !== null)
}

/** Typing that never became a version is one before anything else is made of the page, so that it stands in the history. */
export async function saveTyped(session: Session, id: PageId): Promise<Saved | Refusal | null> {
  const { drafts, recovered } = session.workspace
  const upTo = drafts.mark()
  const typed = (await recovered()).find(({ draft }) => draft.id === id)
  return typed === undefined ? null : savePage(session, typed.draft, undefined, upTo)
}

/** How often the page may change under a save before it is given up; the draft is kept all the same. */
const attempts = 5

/** Writes over nothing but the words that were looked at: what came in since is put together with what was typed. */
async function write(session: Session, typed: Typed): Promise<EntryWritten | Refusal> {
  const { workspace } = session
  const next: EntryToWrite = { ...typed.entry, doc: repairDoc(typed.doc) }
  let written = await workspace.writeEntry(typed.id, next, typed.base)
  for (let attempt = 1; attempt < attempts && isRefusal(written) && written.code === 'changed-meanwhile'; attempt++) {
    const [entry, current] = [workspace.byId(typed.id), workspace.text(typed.id)]
    if (entry === null || current === null) return noSuchPage()
    const merged = await putTogether(session, typed, next, current)
    written = await workspace.replace(entry.path, merged, hashOf(current))
  }
  return written
}

/** What a person is told after a page was written; `isNew` says whether anything changed for others. */
export async function savedAs(session: Session, id: PageId, isNew: boolean): Promise<Saved | Refusal> {
  if (isNew) {
    changed(session, [id])
    session.sharing.soon()
  }
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  return { kind: 'saved', hash: known.hash, at: nowOf(session), state: known.standing.state }
}

async function putTogether(session: Session, typed: Typed, next: EntryToWrite, current: string): Promise<string> {
  const base = await textWithHash(session, typed.id, typed.base)
  const mine = writeEntry(base ?? current, next)
  const merged = mergeEntries(base, mine, current)
  // Neither can be read as a page: the typing is the newest thing that anybody said, and the other stays in the history.
  if (merged === null) return mine
  for (const clash of merged.clashes) await askLater(session, typed.id, clash)
  return merged.text
}

/**
 * Keeps a question for the choice screen, as sync does: the shared words stand until somebody here has chosen. Who wrote
 * them is asked of the history itself: a sync that has only just let go of it is not over, and nothing else knows of it yet.
 */
async function askLater(session: Session, id: PageId, clash: Clash): Promise<void> {
  const entry = session.workspace.byId(id)
  const me = meOrRefusal(session)
  if (entry === null || isRefusal(me)) return
  const last = (await session.history.changedLast()).get(entry.path)
  const mine = { by: me, at: nowOf(session) }
  await session.choices.put({
    ...clash,
    id: hashOf(JSON.stringify([id, clash])).slice(0, 16),
    page: id,
    path: entry.path,
    title: entry.fields.title,
    mine: { ...mine, doc: clash.mine },
    theirs: { by: last?.by ?? me, at: last?.at ?? mine.at, doc: clash.theirs },
  })
}

/** The version of a page with exactly these words, from its history. */
async function textWithHash(session: Session, id: PageId, hash: ContentHash): Promise<string | null> {
  const path = session.workspace.byId(id)?.path
  if (path === undefined) return null
  for (const version of await session.history.versions(path)) {
    const bytes = await session.history.readAt(version.version, version.path)
    const text = bytes && new TextDecoder().decode(bytes)
    if (text !== null && hashOf(text) === hash) return text
  }
  return null
}
