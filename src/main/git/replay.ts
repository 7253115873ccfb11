import { createHash } from 'node:crypto'
import { type Entry, type Instant, parseEntry, workspacePathSchema } from '../../shared/content/index.ts'
import { type Choice, type MergedTrees, type MergeMemory, mergeTrees } from '../../shared/merge/index.ts'
import type { Person } from '../../shared/review/records.ts'
import type { Desk } from './desk.ts'
import { type CommitInfo, type Oid, readBlob, readCommit, writeBlob, writeCommit } from './repository.ts'
import { type Blob, diffTrees, filesOf, plainMode, writeTree } from './trees.ts'
import { followUndone } from './undoes.ts'

export interface Replayed {
  tip: Oid
  choices: Choice[]
  merged: string[]
  notices: string[]
}

/**
 * This laptop's versions, made again on top of the shared ones: each is merged on its own with everything that is shared,
 * so the last one is the merge of both sides, and every version keeps its author, moment and sentence. The history stays
 * one line. Only objects are written here; nothing that anybody can see moves.
 */
export async function replay(desk: Desk, base: Oid, mine: readonly CommitInfo[], theirs: Oid): Promise<Replayed> {
  const { repository } = desk
  const theirTree = (await readCommit(repository, theirs)).tree
  const [baseFiles, theirFiles] = [await filesAtCommit(desk, base), await filesOf(repository, theirTree)]
  const read = remembering((oid: Oid) => readBlob(repository, oid))
  const memory: MergeMemory = new Map()
  let tip = theirs
  let tree = theirTree
  let last: MergedTrees | null = null
  const madeAgain = new Map<Oid, Oid>()
  for (const commit of mine) {
    const files = await filesOf(repository, commit.tree)
    last = await mergeTrees({ base: names(baseFiles), mine: names(files), theirs: names(theirFiles) }, read, memory)
    const next = await writeTree(repository, theirTree, await blobsOf(desk, last, files, theirFiles))
    if (next === tree) continue
    const message = followUndone(commit.message, madeAgain)
    tip = await writeCommit(repository, { ...commit, message, tree: next, parent: tip })
    madeAgain.set(commit.oid, tip)
    tree = next
  }
  const choices = last ? await choicesOf(desk, last, { base, mine, theirs }, tip) : []
  return { tip, choices, merged: last?.merged ?? [], notices: last?.notices ?? [] }
}

const names = (files: ReadonlyMap<string, Blob>) => new Map([...files].map(([path, { oid }]) => [path, oid]))

async function filesAtCommit(desk: Desk, oid: Oid): Promise<Map<string, Blob>> {
  return filesOf(desk.repository, (await readCommit(desk.repository, oid)).tree)
}

function remembering<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return key => {
    const found = known.get(key) ?? read(key)
    known.set(key, found)
    return found
  }
}

async function blobsOf(
  desk: Desk,
  merged: MergedTrees,
  mine: ReadonlyMap<string, Blob>,
  theirs: ReadonlyMap<string, Blob>,
): Promise<Map<string, Blob | null>> {
  const blobs = new Map<string, Blob | null>()
  for (const [path, change] of merged.changes) {
    const mode = mine.get(path)?.mode ?? theirs.get(path)?.mode ?? plainMode
    if (change === null) blobs.set(path, null)
    else if ('content' in change) blobs.set(path, { oid: change.content, mode })
    else blobs.set(path, { oid: await writeBlob(desk.repository, Buffer.from(change.text, 'utf8')), mode })
  }
  return blobs
}

interface Lines {
  base: Oid
  mine: readonly CommitInfo[]
  theirs: Oid
}

/** The questions that are left, each with its page and with who wrote what when. */
async function choicesOf(desk: Desk, merged: MergedTrees, lines: Lines, tip: Oid): Promise<Choice[]> {
  if (merged.clashes.length === 0) return []
  const files = await filesAtCommit(desk, tip)
  const theirLine: CommitInfo[] = []
  for (let commit = await readCommit(desk.repository, lines.theirs); commit.oid !== lines.base; ) {
    theirLine.push(commit)
    if (commit.parent === null) break
    commit = await readCommit(desk.repository, commit.parent)
  }
  const choices: Choice[] = []
  for (const { path, clash } of merged.clashes) {
    const entry = await entryAt(desk, files, path)
    const mine = { ...(await lastTouch(desk, lines.mine.toReversed(), path)), doc: clash.mine }
    const theirs = { ...(await lastTouch(desk, theirLine, path)), doc: clash.theirs }
    const id = createHash('sha256')
      .update(JSON.stringify([entry.fields.id, clash]))
      .digest('hex')
      .slice(0, 16)
    choices.push({ ...clash, id, page: entry.fields.id, path: entry.path, title: entry.fields.title, mine, theirs })
  }
  return choices
}

async function entryAt(desk: Desk, files: ReadonlyMap<string, Blob>, path: string): Promise<Entry> {
  const blob = files.get(path)
  const text = blob ? Buffer.from(await readBlob(desk.repository, blob.oid)).toString('utf8') : ''
  return parseEntry(workspacePathSchema.parse(path), text).entry
}

/** Who changed a page last on one side, newest first; the side's newest author where it had another address there. */
async function lastTouch(desk: Desk, line: readonly CommitInfo[], path: string): Promise<{ by: Person; at: Instant }> {
  const [newest] = line
  if (!newest) throw new Error('a clash needs a change on both sides')
  for (const commit of line) {
    const before = commit.parent === null ? null : (await readCommit(desk.repository, commit.parent)).tree
    const differences = await diffTrees(desk.repository, before, commit.tree)
    if (differences.some(difference => difference.path === path)) return { by: commit.by, at: commit.at }
  }
  return { by: newest.by, at: newest.at }
}
