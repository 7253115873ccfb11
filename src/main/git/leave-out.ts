import { type Desk, headOf } from './desk.ts'
import { type CommitInfo, commitsSince, deskRef, moveRef, type Oid, readCommit, writeCommit } from './repository.ts'
import { type Blob, diffTrees, filesAt, writeTree } from './trees.ts'

/** Pictures and documents: what else there is are words, and no host finds those too large. */
const isMedia = (path: string) => path.startsWith('media/')

/**
 * A file that is too large for the shared copy stays in this laptop's own versions when somebody has deleted it or put a
 * smaller one in its place, and no sharing would ever go through. Makes those versions again without the pictures and
 * documents that came and went between them; every word, name and time stays. False where there are none. What is left is
 * exactly the newest version, and the versions as they were are kept under `kept`.
 */
export async function leaveOutGoneMedia(desk: Desk, theirs: Oid | null, kept: string): Promise<boolean> {
  const { repository } = desk
  const head = await headOf(desk)
  const own: CommitInfo[] = []
  for await (const version of commitsSince(repository, head, oid => oid === theirs)) own.unshift(version)
  const [oldest] = own
  if (oldest === undefined || oldest.parent !== theirs) return false

  const present = new Set([...(await filesAt(repository, head)).values()].map(({ oid }) => oid))
  const base = theirs === null ? null : (await readCommit(repository, theirs)).tree
  let leftOut = false
  let from = base
  let grown = base
  let tip = theirs
  for (const { tree, by, at, message } of own) {
    const changes = new Map<string, Blob | null>()
    for (const { path, after } of await diffTrees(repository, from, tree)) {
      const gone = after !== null && isMedia(path) && !present.has(after.oid)
      leftOut ||= gone
      changes.set(path, gone ? null : after)
    }
    grown = await writeTree(repository, grown, changes)
    tip = await writeCommit(repository, { tree: grown, parent: tip, by, at, message })
    from = tree
  }
  if (!leftOut || tip === null || grown !== from) return false
  await moveRef(repository, kept, head)
  await moveRef(repository, deskRef, tip)
  return true
}
