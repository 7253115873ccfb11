import { Errors } from 'isomorphic-git'
import { sameName } from '../../shared/content/ids.ts'
import { severalAtOnce } from '../files/index.ts'
import {
  damagedAt,
  itemsApart,
  oidOf,
  type Stored,
  storedAt,
  type TreeItem,
  treeBody,
  treeItems,
  writeStored,
} from './objects.ts'
import { type Oid, type Repository, readCommit, type TreeEntry } from './repository.ts'
import { leadsElsewhere } from './tree-names.ts'

/** What stands at a path; `null` in a change means: removed. */
export interface Blob {
  oid: Oid
  mode: string
  /** Another name beside it, or beside a folder above it, is the same on some disk, and comes first. */
  hidden?: true
}
export type Changes = ReadonlyMap<string, Blob | null>

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
export const plainMode = '100644'

export async function readTree(repository: Repository, oid: Oid): Promise<readonly TreeEntry[]> {
  const kept = repository.trees.get(oid)
  if (kept) return kept
  const tree = oid === emptyTree ? [] : await readEntries(repository, oid)
  repository.trees.keep(oid, tree)
  return tree
}

async function readEntries(repository: Repository, oid: Oid): Promise<TreeEntry[]> {
  const items = treeItems(await bodyOf(repository, oid))
  const first = firstOfEachName(items.map(({ name }) => name))
  return items.map(item => (first.has(item.name) ? entryOf(item) : { ...entryOf(item), hidden: true }))
}

async function bodyOf(repository: Repository, oid: Oid): Promise<Buffer> {
  const { type, body } = await storedAt(repository, oid)
  if (type !== 'tree') throw damagedAt(oid)
  return body
}

const mostRecent = 32

/** The same, for one that is asked for again soon. */
async function recentBodyOf(repository: Repository, oid: Oid): Promise<Buffer> {
  const { bytes } = repository.trees
  const body = bytes.get(oid) ?? (await bodyOf(repository, oid))
  bytes.delete(oid)
  bytes.set(oid, body)
  for (const oldest of bytes.size > mostRecent ? bytes.keys() : []) {
    bytes.delete(oldest)
    break
  }
  return body
}

function entryOf({ mode, name, oid }: TreeItem): TreeEntry {
  if (leadsElsewhere(name)) throw unsafeName(name)
  return { mode: mode.padStart(6, '0'), path: name, oid, type: typeOf(mode) }
}

/** Of names that are one on some disk, the one in small letters comes first, as Signpost writes it; then by alphabet. */
function firstOfEachName(names: readonly string[]): Set<string> {
  const first = new Map<string, string>()
  for (const name of names) {
    const same = sameName(name)
    const other = first.get(same)
    if (other === undefined || name === same || (other !== same && name < other)) first.set(same, name)
  }
  return new Set(first.values())
}

function typeOf(mode: string): TreeEntry['type'] {
  if (/^0?40000$/.test(mode)) return 'tree'
  return mode === '160000' ? 'commit' : 'blob'
}

const unsafeName = (name: string) => new Errors.UnsafeFilepathError(name)

/** A folder of a version; `hidden` where it, or one above it, gives way to another of the same name. */
export interface Branch {
  tree: Oid | null
  under: string
  hidden?: true | undefined
}

/** Every file of a tree, by path. */
export async function filesOf(repository: Repository, tree: Oid): Promise<Map<string, Blob>> {
  const files = new Map<string, Blob>()
  await addFiles(repository, { tree, under: '' }, files, { left: mostFiles })
  return files
}

async function addFiles(
  repository: Repository,
  branch: Branch,
  files: Map<string, Blob>,
  room: { left: number },
): Promise<void> {
  const { tree, under } = branch
  room.left -= 1
  if (tree === null) return
  if (room.left < files.size || under.length > longestPath) throw tooManyFiles()
  // Waiting for what is in memory already would take longer than all the rest.
  for (const entry of repository.trees.get(tree) ?? (await readTree(repository, tree))) {
    const path = under + entry.path
    const hidden = branch.hidden ?? entry.hidden
    if (entry.type === 'tree') await addFiles(repository, { tree: entry.oid, under: `${path}/`, hidden }, files, room)
    else files.set(path, blobOf(entry, hidden))
  }
}

/** More than any site has. A few small folders that hold one another many times over can say that they hold billions. */
export const mostFiles = 250_000
/** In characters; longer than any disk takes. */
const longestPath = 4_000

export function tooManyFiles(): Error {
  return Object.assign(new Error('a version holds more files than any workspace does'), { code: 'TooManyFiles' })
}

/** What stands at one path of a tree; only the folders on the way there are read. */
export async function blobAt(repository: Repository, tree: Oid, path: string): Promise<Blob | null> {
  const [name = '', ...rest] = path.split('/')
  const entry = (await readTree(repository, tree)).find(each => each.path === name)
  if (rest.length === 0) return entry && entry.type !== 'tree' ? blobOf(entry) : null
  return entry?.type === 'tree' ? blobAt(repository, entry.oid, rest.join('/')) : null
}

/** The files of a version, by path. */
export async function filesAt(repository: Repository, commit: Oid): Promise<Map<string, Blob>> {
  return filesOf(repository, (await readCommit(repository, commit)).tree)
}

export interface Difference {
  path: string
  before: Blob | null
  after: Blob | null
}

/** What changed from one tree to another; equal folders are not even read. `null` stands for no tree. */
export async function diffTrees(
  repository: Repository,
  before: Oid | null,
  after: Oid | null,
  under = '',
): Promise<Difference[]> {
  if (before === after) return []
  const [old, young] = await differing(repository, before, after)
  const found: Difference[] = []
  for (const name of new Set([...old.keys(), ...young.keys()])) {
    const was = old.get(name)
    const is = young.get(name)
    if (was?.oid === is?.oid && was?.mode === is?.mode) continue
    const path = under + name
    const [wasTree, isTree] = [was, is].map(entry => (entry?.type === 'tree' ? entry.oid : null))
    if (wasTree || isTree) found.push(...(await diffTrees(repository, wasTree ?? null, isTree ?? null, `${path}/`)))
    const [wasBlob, isBlob] = [was, is].map(asBlob)
    if (wasBlob || isBlob) found.push({ path, before: wasBlob ?? null, after: isBlob ?? null })
    if (found.length > mostFiles) throw tooManyFiles()
  }
  return found
}

/** Both by name, without most of what they have in common. */
async function differing(
  repository: Repository,
  before: Oid | null,
  after: Oid | null,
): Promise<[Map<string, TreeEntry>, Map<string, TreeEntry>]> {
  if (before === null || after === null || before === emptyTree || after === emptyTree) {
    return [await entriesByName(repository, before), await entriesByName(repository, after)]
  }
  const [old, young] = itemsApart(await recentBodyOf(repository, before), await recentBodyOf(repository, after))
  const byName = (items: readonly TreeItem[]) => new Map(items.map(item => [item.name, entryOf(item)]))
  return [byName(old), byName(young)]
}

const asBlob = (entry: TreeEntry | undefined): Blob | null =>
  entry && entry.type !== 'tree' ? { oid: entry.oid, mode: entry.mode } : null

export function blobOf({ oid, mode, hidden }: TreeEntry, above: true | undefined = hidden): Blob {
  return above ? { oid, mode, hidden: true } : { oid, mode }
}

async function entriesByName(repository: Repository, tree: Oid | null): Promise<Map<string, TreeEntry>> {
  const entries = tree === null ? [] : await readTree(repository, tree)
  return new Map(entries.map(entry => [entry.path, entry]))
}

/** Writes the tree that `base` becomes with these changes; folders that nothing touches are taken over as they are. */
export async function writeTree(repository: Repository, base: Oid | null, changes: Changes): Promise<Oid> {
  const fresh: Stored[] = []
  const oid = await treeWith(repository, base, changes, fresh)
  await severalAtOnce(fresh, stored => writeStored(repository, stored))
  return oid
}

/** The name of that tree; it and those in it that are new are added to `fresh`. */
async function treeWith(repository: Repository, base: Oid | null, changes: Changes, fresh: Stored[]): Promise<Oid> {
  const entries = await entriesByName(repository, base)
  const folders = new Map<string, Map<string, Blob | null>>()
  for (const [path, blob] of changes) {
    const slash = path.indexOf('/')
    if (slash < 0) {
      if (blob) entries.set(path, { oid: blob.oid, mode: blob.mode, path, type: typeOf(blob.mode) })
      else if (entries.get(path)?.type !== 'tree') entries.delete(path)
    } else {
      const name = path.slice(0, slash)
      const inner = folders.get(name) ?? new Map<string, Blob | null>()
      folders.set(name, inner.set(path.slice(slash + 1), blob))
    }
  }
  for (const [name, inner] of folders) {
    const there = entries.get(name)
    // A removal below something that is a file now has nothing left to remove.
    if (there && there.type !== 'tree' && [...inner.values()].every(blob => blob === null)) continue
    const oid = await treeWith(repository, there?.type === 'tree' ? there.oid : null, inner, fresh)
    if (oid === emptyTree) entries.delete(name)
    else entries.set(name, { mode: '040000', path: name, oid, type: 'tree' })
  }
  if (entries.size === 0) return emptyTree
  const stored = { type: 'tree', body: treeBody([...entries.values()].map(entry => ({ ...entry, name: entry.path }))) }
  const oid = oidOf(stored)
  if (oid !== base) fresh.push(stored)
  return oid
}
