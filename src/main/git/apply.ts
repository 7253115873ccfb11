import { type WorkspacePath, workspacePathSchema } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { advance } from './advance.ts'
import { type CommitDetails, versionFrom } from './commit.ts'
import { type Desk, headOf } from './desk.ts'
import { isManaged } from './managed.ts'
import { type Oid, readCommit, writeBlob } from './repository.ts'
import { type Blob, plainMode, writeTree } from './trees.ts'

/** What becomes of each path: new words, content that is known by its name, or null for what goes. */
export type FileChanges = ReadonlyMap<string, { text: string } | { content: Oid } | null>

export type Applied =
  | { kind: 'applied'; version: Oid }
  /** Nothing was changed: there is a newer version, or a file in the folder that is no version yet (`path`). */
  | { kind: 'moved-on'; path: WorkspacePath | null }
  | Refusal

/**
 * A version with exactly these changes after `from`, and the folder with it. All of it or nothing, also after a kill: it
 * goes the same journaled road as what comes from colleagues, and writes over nothing that is not in a version. Where nothing
 * would change there is no version either, except for one that says what it undoes.
 */
export async function applyChanges(
  desk: Desk,
  from: Oid,
  changes: FileChanges,
  details: CommitDetails,
): Promise<Applied> {
  if ((await headOf(desk)) !== from) return { kind: 'moved-on', path: null }
  const { repository } = desk
  const blobs = new Map<string, Blob | null>()
  for (const [path, change] of changes) {
    if (!isManaged(path)) throw new Error(`${path} is not looked after by Signpost`)
    const safe = workspacePathSchema.parse(path)
    if (change === null) blobs.set(safe, null)
    else if ('content' in change) blobs.set(safe, { oid: change.content, mode: plainMode })
    else blobs.set(safe, { oid: await writeBlob(repository, Buffer.from(change.text, 'utf8')), mode: plainMode })
  }
  const former = (await readCommit(repository, from)).tree
  const tree = await writeTree(repository, former, blobs)
  if (tree === former && details.undoes === undefined) return { kind: 'applied', version: from }
  const version = await versionFrom(desk, { tree, parent: from }, details)
  const moved = await advance(desk, from, version)
  if (isRefusal(moved)) return moved
  return moved.kind === 'unsaved' ? { kind: 'moved-on', path: moved.path } : { kind: 'applied', version }
}
