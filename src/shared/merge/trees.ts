import type { Clash } from './choice.ts'
import { type MergedEntry, mergeEntries } from './entries.ts'
import { fieldLabel, valueInWords } from './field-label.ts'
import { freeName, idOfText, kindOf, nameOfFile } from './identity.ts'
import { type Files, movesBetween, type Reader } from './moves.ts'
import { type MergedRecord, mergeRecords } from './records.ts'
import { followSections, sectionMoves } from './sections.ts'
import { standsOn } from './stands-on.ts'
import { type Notice, noticeOf } from './told.ts'
import { twinsOf } from './twins.ts'

export interface Trees {
  base: Files
  mine: Files
  theirs: Files
  /** The versions on the way from the common one to each, where they are known: what a file held there, oldest first. */
  between?: Record<'mine' | 'theirs', (paths: readonly string[]) => Promise<readonly string[]>>
}

export interface MergedTrees {
  /** What has to change in theirs: new words, content that is known by its name, or null for what goes. */
  changes: Map<string, { text: string } | { content: string } | null>
  clashes: { path: string; clash: Clash }[]
  /** Where both people's changes were put together. */
  merged: string[]
  /** What a person should know and nobody asks about. */
  notices: Notice[]
  /** Where two people did to a whole file what cannot both be: nothing is lost, and a person may choose otherwise. */
  questions: FileQuestion[]
}

/** `path` is where the page or picture stands now; `was` where it stood before, or where both put theirs. */
export type FileQuestion =
  | { kind: 'deleted-here' | 'deleted-there'; path: string; was: string }
  /**
   * Two new pages at one address, a page that both changed and that cannot be read well enough to be put together, or a
   * picture that both replaced: mine stands at `aside`.
   */
  | { kind: 'same-name'; path: string; was: string; aside: string; both: 'made' | 'changed' }

/** Pages merged before, by their three contents: many versions of one laptop share them. */
export type MergeMemory = Map<string, MergedEntry | null>

/** Where one person's change left a file that both had; null when they deleted it. */
type Fate = { path: string; content: string } | null

/**
 * Three-way merge of whole workspaces. Renamed here and edited there: both. Deleted here and edited there: the edited page
 * stays. Two new pages at one address: the second one moves aside. One page put back at two addresses: it is one, at the
 * one that was shared first. Pictures that both replaced: both are kept. A section moved while a page went into it: the
 * page goes along. Taken away here and something made on it there, as a judgement in an evaluation: it stays.
 */
export async function mergeTrees(trees: Trees, read: Reader, memory: MergeMemory = new Map()): Promise<MergedTrees> {
  const merge = await startMerge(trees, read, memory)
  const { base, mine } = merge
  const moved = new Set(merge.mineMoves.values())
  // Pictures before what describes them, so that a description follows its picture aside.
  const added = [...mine.keys()].filter(path => !base.has(path) && !moved.has(path)).sort()
  for (const path of [...base.keys()].sort()) await mergeFile(merge, path)
  const twins = await twinsOf(merge, read)
  for (const path of added) await addFile(merge, path, mine.get(path) ?? '', twins.get(path))
  await followPictures(merge)
  return merge.result
}

interface Merge extends Trees {
  read(content: string): Promise<string>
  memory: MergeMemory
  mineMoves: Map<string, string>
  theirMoves: Map<string, string>
  /** Pictures of mine that had to move aside: former path to new path. */
  aside: Map<string, string>
  result: MergedTrees
}

async function startMerge({ base, between, ...sides }: Trees, read: Reader, memory: MergeMemory): Promise<Merge> {
  const mine = followSections(base, sides.mine, await sectionMoves(base, sides.theirs, read))
  const theirs = followSections(base, sides.theirs, await sectionMoves(base, sides.mine, read))
  const trees: Trees = { base, mine: mine.files, theirs: theirs.files, ...(between && { between }) }
  const changes: MergedTrees['changes'] = new Map()
  for (const [from, to] of theirs.relocated) {
    changes.set(from, null).set(to, { content: sides.theirs.get(from) ?? '' })
  }
  return {
    ...trees,
    read: async content => new TextDecoder().decode(await read(content)),
    memory,
    mineMoves: await movesBetween(trees.base, trees.mine, read),
    theirMoves: await movesBetween(trees.base, trees.theirs, read),
    aside: new Map(),
    result: { changes, clashes: [], merged: [], notices: [], questions: [] },
  }
}

function fateOf(files: Files, moves: Map<string, string>, path: string): Fate {
  const now = moves.get(path) ?? path
  const content = files.get(now)
  return content === undefined ? null : { path: now, content }
}

const same = (a: Fate, b: Fate) => a?.path === b?.path && a?.content === b?.content

function isTaken(merge: Merge, path: string): boolean {
  const change = merge.result.changes.get(path)
  return change === undefined ? merge.theirs.has(path) : change !== null
}

/** A file that was there before: what became of it here and there, and so what becomes of it. */
async function mergeFile(merge: Merge, path: string): Promise<void> {
  const before = { path, content: merge.base.get(path) ?? '' }
  const mine = fateOf(merge.mine, merge.mineMoves, path)
  const theirs = fateOf(merge.theirs, merge.theirMoves, path)
  const { changes, questions, notices } = merge.result
  if (same(mine, before)) {
    if (theirs !== null || !(await standsOn(path, merge.base, merge.mine, merge.read))) return
    changes.set(path, { content: before.content })
    notices.push(noticeOf(`A colleague took away ${nameOfFile(path)} while you worked on it. It stays.`))
    return
  }
  if (same(mine, theirs)) return
  if (same(theirs, before)) {
    if (mine === null && (await standsOn(path, merge.base, merge.theirs, merge.read))) {
      notices.push(noticeOf(`You took away ${nameOfFile(path)} while a colleague worked on it. It stays.`))
      return
    }
    if (mine === null || mine.path !== path) changes.set(path, null)
    if (mine !== null) place(merge, mine.path, { content: mine.content }, path)
  } else if (mine === null) {
    if (theirs === null) return
    if (kindOf(path) === 'entry') questions.push({ kind: 'deleted-here', path: theirs.path, was: path })
    else notices.push(noticeOf(`You deleted ${nameOfFile(path)} while a colleague changed it. It stays.`))
  } else if (theirs === null) {
    const stands = place(merge, mine.path, { content: mine.content }, path)
    if (kindOf(path) === 'entry') questions.push({ kind: 'deleted-there', path: stands, was: path })
    else notices.push(noticeOf(`A colleague deleted ${nameOfFile(path)} while you changed it. It stays.`))
  } else await mergeBoth(merge, before, mine, theirs)
}

async function mergeBoth(
  merge: Merge,
  before: NonNullable<Fate>,
  mine: NonNullable<Fate>,
  theirs: NonNullable<Fate>,
): Promise<void> {
  const { changes, merged } = merge.result
  const moves = mine.path !== before.path && theirs.path === before.path
  if (moves) changes.set(theirs.path, null)
  const target = moves ? mine.path : theirs.path
  if (mine.content === before.content || mine.content === theirs.content) {
    if (moves) place(merge, target, { content: theirs.content }, before.path)
    return
  }
  if (theirs.content === before.content) {
    place(merge, target, { content: mine.content }, theirs.path)
    return
  }
  const steps = await stepsBetween(merge, before, mine, theirs)
  const text = await mergeContents(merge, target, before.content, mine.content, theirs.content, steps)
  if (text !== null) {
    place(merge, target, { text }, theirs.path)
    merged.push(target)
    return
  }
  if (moves) place(merge, target, { content: theirs.content }, before.path)
  if (['entry', 'media'].includes(kindOf(target))) moveAside(merge, target, mine.content, 'changed')
  else
    merge.result.notices.push(
      noticeOf(`You and a colleague both changed ${nameOfFile(target)}. Theirs stands; yours is in the history.`),
    )
}

type Steps = Record<'mine' | 'theirs', readonly string[]>

/** What the page was on the way from the common version to each of the two; null where that is not known. */
async function stepsBetween(
  { between }: Merge,
  before: NonNullable<Fate>,
  mine: NonNullable<Fate>,
  theirs: NonNullable<Fate>,
): Promise<Steps | null> {
  if (!between || kindOf(before.path) !== 'entry') return null
  const steps = async (which: 'mine' | 'theirs', now: NonNullable<Fate>) => {
    const contents = await between[which]([...new Set([now.path, before.path])])
    const all = [before.content, ...contents, now.content]
    return all.filter((content, at) => content !== all[at - 1]).slice(1, -1)
  }
  return { mine: await steps('mine', mine), theirs: await steps('theirs', theirs) }
}

/**
 * Puts a file where it belongs, or beside what a colleague has put there meanwhile, and answers where that is. `own` is
 * where it stood before.
 */
function place(merge: Merge, path: string, what: { text: string } | { content: string }, own: string): string {
  const free = path === own || !isTaken(merge, path)
  const stands = free ? path : freeName(path, name => isTaken(merge, name))
  merge.result.changes.set(stands, what)
  return stands
}

/** A file that is new here; `twin`: where the colleague has the same page. */
async function addFile(merge: Merge, path: string, content: string, twin = path): Promise<void> {
  const { changes, merged } = merge.result
  if (twin !== path) return addFile(merge, twin, content)
  const theirs = merge.theirs.get(path)
  const picture = merge.aside.get(path.replace(/\.ya?ml$/, ''))
  if (picture) changes.set(`${picture}.yml`, { content })
  else if (!isTaken(merge, path)) changes.set(path, { content })
  else if (theirs === undefined || merge.base.has(path)) moveAside(merge, path, content)
  else if (theirs !== content) {
    const text = await mergeContents(merge, path, null, content, theirs)
    if (text === null) return moveAside(merge, path, content)
    changes.set(path, { text })
    merged.push(path)
  }
}

function moveAside(merge: Merge, path: string, content: string, both: 'made' | 'changed' = 'made'): void {
  const aside = freeName(path, name => isTaken(merge, name) || isTaken(merge, `${name}.yml`))
  merge.result.changes.set(aside, { content })
  if (kindOf(path) === 'media') merge.aside.set(path, aside)
  if (['entry', 'media'].includes(kindOf(path))) {
    merge.result.questions.push({ kind: 'same-name', path, was: path, aside, both })
    return
  }
  const [name, now] = [nameOfFile(path), nameOfFile(aside)]
  merge.result.notices.push(noticeOf(`You and a colleague both made ${name}. Both are kept; yours is now ${now}.`))
}

/** The merged text, with its clashes noted; null where the two cannot become one file. */
async function mergeContents(
  merge: Merge,
  path: string,
  before: string | null,
  mine: string,
  theirs: string,
  steps: Steps | null = null,
): Promise<string | null> {
  const kind = kindOf(path)
  if (kind !== 'entry' && kind !== 'record') return null
  const texts = await Promise.all([before, mine, theirs].map(async name => (name === null ? null : merge.read(name))))
  const [was = null, here, there] = texts
  if (typeof here !== 'string' || typeof there !== 'string') return null
  if (kind === 'record') return mergeRecordFile(merge, path, was, here, there)
  if (was === null && idOfText(here) !== idOfText(there)) return null
  const key = [before, mine, theirs, ...(steps?.mine ?? []), '', ...(steps?.theirs ?? [])].join()
  const known = merge.memory.get(key)
  const readAll = (names: readonly string[] = []) => Promise.all(names.map(merge.read))
  const between =
    known === undefined && steps ? { mine: await readAll(steps.mine), theirs: await readAll(steps.theirs) } : null
  const entry = known === undefined ? mergeEntries(was, here, there, between) : known
  merge.memory.set(key, entry)
  for (const clash of entry?.clashes ?? []) merge.result.clashes.push({ path, clash })
  return entry?.text ?? null
}

/** Settings and lists ask nobody: theirs stands, and the sentence says what mine was. */
function mergeRecordFile(
  merge: Merge,
  path: string,
  before: string | null,
  mine: string,
  theirs: string,
): string | null {
  const record = mergeRecords(before, mine, theirs)
  if (record === null) return null
  if (record.clashes.length > 0) merge.result.notices.push(settledIn(path, before, mine, theirs, record))
  return record.text
}

/** The same merge from the colleague's side is the record in which this person's values stand. */
function settledIn(path: string, before: string | null, mine: string, theirs: string, record: MergedRecord): Notice {
  const about = nameOfFile(path)
  const values = record.clashes.map(({ field, mine: here, theirs: there }) => ({
    label: fieldLabel(path, field),
    mine: valueInWords(here),
    theirs: valueInWords(there),
  }))
  const each = values.map(
    ({ label, ...of }) => `“${label}”: theirs stands, “${of.theirs}”, and yours was “${of.mine}”.`,
  )
  const other = mergeRecords(before, theirs, mine)
  return {
    sentence: [`You and a colleague both changed ${about}.`, ...each].join(' '),
    settled: { about, values },
    back: other && { path, from: record.text, to: other.text },
  }
}

/** A new picture of mine moved aside: what I wrote since means that one, not the colleague's of the same name. */
async function followPictures(merge: Merge): Promise<void> {
  const { changes } = merge.result
  for (const [path, change] of changes) {
    if (merge.aside.size === 0) return
    if (change === null || kindOf(path) !== 'entry') continue
    const text = 'text' in change ? change.text : await merge.read(change.content)
    const before = merge.base.get(path)
    const known = before === undefined ? '' : await merge.read(before)
    let followed = text
    for (const [from, to] of merge.aside) if (!known.includes(from)) followed = followed.replaceAll(from, to)
    if (followed !== text) changes.set(path, { text: followed })
  }
}
