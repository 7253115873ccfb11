import { type Choice, type MergedTrees, type MergeMemory, mergeTrees, type Notice } from '../../shared/merge/index.ts'
import type { Desk } from './desk.ts'
import { choicesOf } from './questions.ts'
import {
  type CommitInfo,
  type Oid,
  type Repository,
  readBlob,
  readCommit,
  writeBlob,
  writeCommit,
} from './repository.ts'
import { type Blob, blobAt, filesOf, plainMode, writeTree } from './trees.ts'
import { followUndone } from './undoes.ts'

export interface Replayed {
  tip: Oid
  choices: Choice[]
  merged: string[]
  notices: Notice[]
}

/**
 * This laptop's versions, made again on top of the shared ones: each is merged on its own with everything that is shared,
 * so the last one is the merge of both sides, and every version keeps its author, moment and sentence. The history stays
 * one line. Only objects are written here; nothing that anybody can see moves. `shared` are the versions since the common
 * one, up to theirs, oldest first: they say what became of what.
 */
export async function replay(
  desk: Desk,
  base: Oid,
  mine: readonly CommitInfo[],
  theirs: Oid,
  shared: readonly CommitInfo[],
): Promise<Replayed> {
  const { repository } = desk
  const theirTree = (await readCommit(repository, theirs)).tree
  const [baseFiles, theirFiles] = [await filesAtCommit(desk, base), await filesOf(repository, theirTree)]
  const read = remembering((oid: Oid) => readBlob(repository, oid))
  const memory: MergeMemory = new Map()
  let tip = theirs
  let tree = theirTree
  let last: MergedTrees | null = null
  const madeAgain = new Map<Oid, Oid>()
  const between = { theirs: contentsIn(repository, shared) }
  for (const [at, commit] of mine.entries()) {
    const files = await filesOf(repository, commit.tree)
    const sides = { base: names(baseFiles), mine: names(files), theirs: names(theirFiles) }
    const own = contentsIn(repository, mine.slice(0, at))
    last = await mergeTrees({ ...sides, between: { ...between, mine: own } }, read, memory)
    const next = await writeTree(repository, theirTree, await blobsOf(desk, last, files, theirFiles))
    if (next === tree) continue
    const message = followUndone(commit.message, madeAgain)
    tip = await writeCommit(repository, { ...commit, message, tree: next, parent: tip })
    madeAgain.set(commit.oid, tip)
    tree = next
  }
  const choices = last ? await choicesOf(desk, last, { base, mine, theirs }, await filesAtCommit(desk, tip)) : []
  return { tip, choices, merged: last?.merged ?? [], notices: last?.notices ?? [] }
}

/** More take long to look through, once for each version that was made offline, and tell little more. */
const mostLookedAt = 16

/** Some of many, evenly; as one more is added, they stay the same ones until every other of them is left out. */
export function spread<T>(all: readonly T[], most: number): T[] {
  let every = 1
  while (all.length > most * every) every *= 2
  return all.filter((_, at) => at % every === 0)
}

/** What stands at the first of some paths that there is, in these versions or some of them, oldest first. */
function contentsIn(repository: Repository, versions: readonly CommitInfo[]) {
  return async (paths: readonly string[]): Promise<Oid[]> => {
    const contents: Oid[] = []
    for (const { tree } of spread(versions, mostLookedAt)) {
      for (const path of paths) {
        const blob = await blobAt(repository, tree, path)
        if (blob) contents.push(blob.oid)
        if (blob) break
      }
    }
    return contents
  }
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
