import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { WorkspacePath } from '../../../shared/content/ids.ts'
import { isRefusal } from '../../../shared/outcome.ts'
import { codeOf, patiently } from '../../files/index.ts'
import { oidOf, treeBody, writeStored } from '../objects.ts'
import type { Oid } from '../repository.ts'
import { type Blob, plainMode } from '../trees.ts'
import type { WorkTree } from '../work-tree.ts'
import type { Look } from './reach.ts'

/** What stands in the workspace's folder, by path, as git would name it. */
export async function filesInFolder(workTree: WorkTree): Promise<Map<WorkspacePath, Blob>> {
  const files = new Map<WorkspacePath, Blob>()
  for (const path of (await workTree.list()).paths) {
    const oid = await workTree.oidOf(path)
    if (typeof oid === 'string') files.set(path, { oid, mode: plainMode })
  }
  return files
}

/**
 * Makes again what is missing out of what this laptop has besides: words from the files of the folder, and folders from
 * the files' names there and from another git's list of the newest version. A name says exactly what it is the name of,
 * so nothing but the very same can take its place.
 */
export async function fillFromHere(
  look: Look,
  missing: ReadonlySet<Oid>,
  workTree: WorkTree,
  files: ReadonlyMap<WorkspacePath, Blob>,
): Promise<void> {
  for (const [path, { oid }] of files) {
    if (!missing.has(oid) || look.there.has(oid)) continue
    const bytes = await workTree.read(path)
    if (!isRefusal(bytes))
      look.there.add(await writeStored(look.repository, { type: 'blob', body: Buffer.from(bytes) }))
  }
  for (const source of [files, await filesInIndex(look)]) {
    for (const body of foldersOf(source)) {
      const tree = { type: 'tree', body }
      const oid = oidOf(tree)
      if (missing.has(oid) && !look.there.has(oid)) look.there.add(await writeStored(look.repository, tree))
    }
  }
  look.trees.clear()
}

/** The bytes of every folder, the innermost first. */
function foldersOf(files: ReadonlyMap<string, Blob>): Buffer[] {
  const bodies: Buffer[] = []
  const folder = (under: readonly (readonly [path: string, blob: Blob])[]): Oid => {
    const inner = new Map<string, [string, Blob][]>()
    const items: { mode: string; name: string; oid: Oid }[] = []
    for (const [path, blob] of under) {
      const slash = path.indexOf('/')
      if (slash < 0) items.push({ ...blob, name: path })
      else {
        const name = path.slice(0, slash)
        const some = inner.get(name) ?? []
        some.push([path.slice(slash + 1), blob])
        inner.set(name, some)
      }
    }
    for (const [name, some] of inner) items.push({ mode: '40000', name, oid: folder(some) })
    const body = treeBody(items)
    bodies.push(body)
    return oidOf({ type: 'tree', body })
  }
  folder([...files])
  return bodies
}

/**
 * The newest version's files as `.git/index` lists them; none where it is damaged. Format 2 of git's index-format. Throws
 * what the disk says where it cannot be read now: taken for empty, a version would be given up that it can make again.
 */
async function filesInIndex({ repository }: Look): Promise<Map<string, Blob>> {
  const files = new Map<string, Blob>()
  const bytes = await patiently(repository.disk, () =>
    repository.disk.readFile(join(repository.gitdir, 'index')),
  ).catch(noneWhereMissing)
  if (bytes.length < 32 || bytes.readUInt32BE(4) !== 2) return files
  if (!createHash('sha1').update(bytes.subarray(0, -20)).digest().equals(bytes.subarray(-20))) return files
  const count = bytes.readUInt32BE(8)
  for (let at = 12, read = 0; read < count; read++) {
    const end = bytes.indexOf(0, at + 62)
    const path = bytes.toString('utf8', at + 62, end)
    files.set(path, { mode: bytes.readUInt32BE(at + 24).toString(8), oid: bytes.toString('hex', at + 40, at + 60) })
    const length = 62 + end - (at + 62)
    at += length + 8 - (length % 8)
  }
  return files
}

/** A folder in its place is none either: it is no list, however long somebody waits. */
function noneWhereMissing(error: unknown): Buffer {
  if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) return Buffer.alloc(0)
  throw error
}
