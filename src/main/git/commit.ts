import { type Instant, instantSchema, type WorkspacePath, workspacePathSchema } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/records.ts'
import { severalAtOnce } from '../files/index.ts'
import { refreshNativeIndex } from './advance.ts'
import { type Desk, headOf } from './desk.ts'
import { isManaged } from './managed.ts'
import { isPlain } from './on-disk.ts'
import { deskRef, moveRef, type Oid, type Repository, readCommit, writeBlob, writeCommit } from './repository.ts'
import { type Blob, filesOf, plainMode, writeTree } from './trees.ts'
import { messageOf } from './undoes.ts'

export interface CommitDetails {
  /** What the history shows: “Priya changed two paragraphs”. */
  sentence: string
  by: Person
  /** When it was done; now, unless it was done earlier. */
  at?: Instant
  /** The version that this one undoes. */
  undoes?: Oid
}

/** A version of every change in the workspace. Null when nothing changed, whatever the files' times say. */
export async function commitAll(desk: Desk, details: CommitDetails): Promise<Oid | null | Refusal> {
  const head = await readCommit(desk.repository, await headOf(desk))
  const files = await filesOf(desk.repository, head.tree)
  const { oids, closed } = await desk.workTree.scan()
  const there: ReadonlyMap<string, unknown> = oids
  if (files.has('signpost.yml') && !there.has('signpost.yml')) return workspaceGone()
  const hidden = (path: string) => closed.some(folder => path === folder || path.startsWith(`${folder}/`))
  const gone = [...files].flatMap(([path, blob]) => {
    if (there.has(path) || !isManaged(path) || hidden(path) || !isPlain(path, blob)) return []
    return [workspacePathSchema.parse(path)]
  })
  const changed = [...oids].flatMap(([path, oid]) => (isSame(oid, files.get(path)) ? [] : [path]))
  const oid = await commitChanges(desk, head, files, [...changed, ...gone], details)
  await desk.workTree.remember()
  return oid
}

/** What cannot be read is looked at once more, and told of. */
const isSame = (oid: Oid | null | undefined | Refusal, former: Blob | undefined) =>
  oid === undefined || (!isRefusal(oid) && oid === (former?.oid ?? null))

/** A version of these paths alone, removals included: what it costs does not grow with the workspace. */
export async function commitPaths(
  desk: Desk,
  paths: readonly WorkspacePath[],
  details: CommitDetails,
): Promise<Oid | null | Refusal> {
  const head = await readCommit(desk.repository, await headOf(desk))
  return commitChanges(desk, head, await filesOf(desk.repository, head.tree), paths, details)
}

async function commitChanges(
  desk: Desk,
  head: { oid: Oid; tree: Oid },
  files: ReadonlyMap<string, Blob>,
  paths: readonly WorkspacePath[],
  details: CommitDetails,
): Promise<Oid | null | Refusal> {
  const looked = new Set<string>()
  const kept = await severalAtOnce(paths, path => keepIfChanged(desk, path, files.get(path), looked))
  const changes = new Map<string, Blob | null>()
  for (const [at, path] of paths.entries()) {
    const blob = kept[at]
    if (blob === undefined) continue
    if (isRefusal(blob)) return blob
    changes.set(path, blob)
  }
  if (changes.size === 0) return null
  const { repository } = desk
  const tree = await writeTree(repository, head.tree, changes)
  if (tree === head.tree) return null
  const oid = await versionFrom(desk, { tree, parent: head.oid }, details)
  await moveRef(repository, deskRef, oid)
  await refreshNativeIndex(desk)
  return oid
}

/** Writes a version that nothing leads to yet. */
export async function versionFrom(
  { repository, deps }: Desk,
  { tree, parent }: { tree: Oid; parent: Oid },
  details: CommitDetails,
): Promise<Oid> {
  const at = details.at ?? instantSchema.parse(deps.now().toISOString())
  return writeCommit(repository, { tree, parent, by: details.by, at, message: messageOf(details) })
}

/** Undefined where nothing changed since `former`, null where the file is no more. */
async function keepIfChanged(
  desk: Desk,
  path: WorkspacePath,
  former: Blob | undefined,
  looked: Set<string>,
): Promise<Blob | null | undefined | Refusal> {
  const oid = await desk.workTree.oidOf(path, looked)
  if (isRefusal(oid)) return oid
  if (oid === undefined || oid === (former?.oid ?? null)) return undefined
  return oid === null ? null : keep(desk, path, former?.mode ?? plainMode)
}

/** Keeps the bytes that are there now, whatever they were when they were looked at. */
async function keep(desk: Desk, path: WorkspacePath, mode: string): Promise<Blob | null | Refusal> {
  const bytes = await desk.workTree.read(path)
  if (isRefusal(bytes)) return bytes.code === 'missing' ? null : bytes
  return { oid: await writeBlob(desk.repository, bytes), mode }
}

/** A version of its own on another branch, holding exactly these files: bytes, or the name of content that is known. */
export async function commitExactly(
  repository: Repository,
  ref: string,
  parent: Oid | null,
  files: ReadonlyMap<string, Uint8Array | Oid>,
  commit: { by: Person; at: Instant; message: string },
): Promise<Oid> {
  const blobs = new Map<string, Blob>()
  await severalAtOnce([...files], async ([path, content]) => {
    const oid = typeof content === 'string' ? content : await writeBlob(repository, content)
    blobs.set(workspacePathSchema.parse(path), { oid, mode: plainMode })
  })
  const oid = await writeCommit(repository, { ...commit, parent, tree: await writeTree(repository, null, blobs) })
  await moveRef(repository, ref, oid)
  return oid
}

const workspaceGone = () =>
  refuse(
    'folder-gone',
    'The workspace’s files are not where they were, so no version was made. Every version up to now is safe.',
    'Put the folder back or plug its disk in, then open the workspace again.',
  )
