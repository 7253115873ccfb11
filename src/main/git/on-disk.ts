import { sameName, workspacePathSchema } from '../../shared/content/ids.ts'
import type { Oid, Repository, TreeEntry } from './repository.ts'
import { type Blob, type Branch, blobOf, mostFiles, readTree, tooManyFiles } from './trees.ts'

/** What of a version is put on this computer's disk. */

/**
 * Only these are ever put on this computer's disk: plain files with a safe name, outside Signpost's own corner of the
 * folder; and of several that are one file on some disk, the first. Others stay in history, untouched.
 */
export function isPlain(path: string, blob: Blob): boolean {
  const isFile = blob.mode.startsWith('100') && !blob.hidden
  return isFile && sameName(path.split('/', 1)[0] ?? '') !== '.signpost' && workspacePathSchema.safeParse(path).success
}

/** One path at which what is on disk differs; null where nothing is. */
export interface DiskChange {
  path: string
  before: Oid | null
  after: Oid | null
}

/**
 * What a move from one tree to another changes on disk. Unlike the differences of the trees themselves, a file is gone
 * where another came that is the same file on some disk, and it is back when that one goes.
 */
export async function changesOnDisk(
  repository: Repository,
  before: Oid | null,
  after: Oid | null,
): Promise<DiskChange[]> {
  return changesBetween(repository, { tree: before, under: '' }, { tree: after, under: '' })
}

async function changesBetween(repository: Repository, before: Branch, after: Branch): Promise<DiskChange[]> {
  if (before.tree === after.tree && before.hidden === after.hidden) return []
  const [old, young] = [await entriesOf(repository, before), await entriesOf(repository, after)]
  const found: DiskChange[] = []
  for (const name of new Set([...old.keys(), ...young.keys()])) {
    const [was, is] = [old.get(name), young.get(name)]
    if (was?.oid === is?.oid && was?.mode === is?.mode && was?.hidden === is?.hidden) continue
    const path = before.under + name
    const [wasTree, isTree] = [branchOf(was, path), branchOf(is, path)]
    if (wasTree.tree || isTree.tree) found.push(...(await changesBetween(repository, wasTree, isTree)))
    const change = { path, before: onDisk(path, was), after: onDisk(path, is) }
    if (change.before !== change.after) found.push(change)
    if (found.length > mostFiles) throw tooManyFiles()
  }
  return found
}

async function entriesOf(repository: Repository, { tree, hidden }: Branch): Promise<Map<string, TreeEntry>> {
  const entries = tree === null ? [] : await readTree(repository, tree)
  return new Map(entries.map(entry => [entry.path, hidden ? { ...entry, hidden } : entry]))
}

function branchOf(entry: TreeEntry | undefined, path: string): Branch {
  return { tree: entry?.type === 'tree' ? entry.oid : null, under: `${path}/`, hidden: entry?.hidden }
}

function onDisk(path: string, entry: TreeEntry | undefined): Oid | null {
  return entry && entry.type !== 'tree' && isPlain(path, blobOf(entry)) ? entry.oid : null
}
