import { idOfText, type MergedTrees, mergeTrees } from '../../shared/merge/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { isManaged, type Oid, type StoryChange, type StoryEntry } from '../git/index.ts'
import * as words from './undo-words.ts'
import { touchedLast, whereNow } from './undone.ts'

/** What a reversal has to know of the workspace as it is now. */
export interface Present {
  /** Path to the name of its content. */
  files: ReadonlyMap<string, Oid>
  /** Null for content that is damaged. */
  read(blob: Oid): Promise<Uint8Array | null>
  /** Where the page or service with this id stands; null for none. */
  pathOf(id: string): string | null
  /** What a person calls the file at a path, now or at the time of the act. */
  titleOf(path: string, blob: Oid | null): Promise<string>
  /** The titles of the pages that show a picture or lead to a document. */
  usersOf(path: string): string[]
}

/** One file of an act: what it did with it, and what has become of it since. */
interface Trace {
  change: StoryChange
  /** Where it stands now, or stood last. */
  now: string
  /** What it holds now; null for one that is not there. */
  content: Oid | null
}

/** What has to change; where there are clashes, the later words stand in it until somebody chooses. */
export interface Reversal {
  changes: MergedTrees['changes']
  /** `path` is where the page stands now, `was` where it stood at the time of the act. */
  clashes: (MergedTrees['clashes'][number] & { was: string })[]
}

/** `redirects.yml` in the state before anybody had moved a page. */
const emptyList = { path: 'redirects.yml', content: 'no redirects', text: '[]\n' }

/**
 * What has to change now so that what one act changed is as it was before it, and nothing else: the act is taken for the
 * common version, the state before it for one side, and the present for the other. Where they say other words in the
 * same place, that is a clash. Refuses, with the whole of the workspace as it is, where whole files cannot both be had:
 * nobody's later words are ever the price of an undo.
 */
export async function reversalOf(
  act: StoryEntry,
  later: readonly StoryEntry[],
  present: Present,
): Promise<Reversal | Refusal> {
  const movedFrom = new Set(act.changes.flatMap(({ from }) => from ?? []))
  const traces = act.changes
    // What somebody said is taken back by saying so (see undo-records.ts): such files are never removed.
    .filter(change => isManaged(change.path) && !(change.path.startsWith('reviews/') && change.before === null))
    .map((change): Trace => {
      const now = whereNow(change.path, later)
      return { change, now, content: present.files.get(now) ?? null }
    })
  const base = new Map<string, Oid>()
  const before = new Map<string, Oid>()
  const theirs = new Map<string, Oid>()
  for (const trace of traces) {
    const { change, now, content } = trace
    const isMoved = change.after === null && movedFrom.has(change.path)
    const fate = isMoved ? 'undo' : await fateOf(trace, later, present)
    if (fate === 'nothing-to-do') continue
    if (fate !== 'undo') return fate
    if (change.after !== null) base.set(change.path, change.after)
    if (change.before !== null) before.set(change.path, change.before)
    if (change.after !== null && content !== null) theirs.set(now, content)
    const beside = present.files.get(change.path)
    if (change.after === null && beside !== undefined) theirs.set(change.path, beside)
    // The list of old addresses grew since it was begun: only what this act wrote there goes.
    if (change.path === emptyList.path && change.before === null && content !== change.after)
      before.set(change.path, emptyList.content)
  }
  let damaged = false
  const read = async (name: string) => {
    const bytes = name === emptyList.content ? new TextEncoder().encode(emptyList.text) : await present.read(name)
    damaged ||= bytes === null
    return bytes ?? new Uint8Array()
  }
  const merged = await mergeTrees({ base, mine: before, theirs }, read)
  if (damaged) return words.damaged()
  if (merged.notices.length + merged.questions.length === 0) {
    const wasAt = (path: string) => traces.find(({ now }) => now === path)?.change.path ?? path
    return { changes: merged.changes, clashes: merged.clashes.map(each => ({ ...each, was: wasAt(each.path) })) }
  }
  const changed = traces.find(({ change, content }) => content !== change.after)
  const path = changed?.change.path ?? act.changes[0]?.path ?? ''
  return words.changedSince(touchedLast(path, later), await present.titleOf(changed?.now ?? path, null))
}

/** Whether what was done with one file can be undone, as far as that does not depend on its words. */
async function fateOf(
  { change, now, content }: Trace,
  later: readonly StoryEntry[],
  present: Present,
): Promise<'undo' | 'nothing-to-do' | Refusal> {
  const { path, before, after, from } = change
  const isNamed = /^(pages|services|media)\//.test(path) && !path.endsWith('.yml')
  const by = () => touchedLast(path, later)
  const title = () => present.titleOf(now, after ?? before)
  if (after === null) {
    const id = before === null || !path.endsWith('.md') ? null : idOfText(await textOf(present, before))
    if (id !== null && present.pathOf(id) !== null) return 'nothing-to-do'
    const there = present.files.get(path)
    if (there === undefined) return 'undo'
    return there === before ? 'nothing-to-do' : words.addressTaken(await title())
  }
  if (from !== undefined) {
    if (content === null) return words.deletedSince(by(), await title())
    if (now !== path) return words.movedSince(by(), await title())
    return present.files.has(from) ? words.addressTaken(await title()) : 'undo'
  }
  if (before === null) {
    if (content === null) return 'nothing-to-do'
    if (!isNamed) return 'undo'
    const [user] = path.startsWith('media/') ? present.usersOf(path) : []
    if (user !== undefined) return words.inUse(await title(), user)
    return now === path && content === after ? 'undo' : words.workedOnSince(by(), await title())
  }
  return content === null ? words.deletedSince(by(), await title()) : 'undo'
}

async function textOf(present: Present, blob: Oid): Promise<string> {
  return new TextDecoder().decode((await present.read(blob)) ?? new Uint8Array())
}
