import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type WorkspacePath, workspacePathSchema } from '../../shared/content/index.ts'
import { type FileList, fileList } from './file-list.ts'
import { growingTree, isThere } from './growing-tree.ts'
import { hashOf, isSame, type Manifest, manifestName, recordOf, type SiteFileRecord } from './manifest.ts'
import type { SearchTree } from './search/index.ts'
import { copyStranger, type NewTree, switchTo } from './tree.ts'

/** A file of the new tree. */
export interface PutFile {
  record: SiteFileRecord
  /** The site before had exactly this file. */
  isSame: boolean
}

type Placed = SiteFileRecord & { path: string }

export type TreeWriter = ReturnType<typeof treeWriter>

/** What a program knows that wrote the site before and the tree that was kept beside it. */
export interface KnownTrees {
  /** Of the site before. */
  files: FileList
  /** Where the tree that was kept is other than the site before, and whether it has anything there. */
  differs: ReadonlyMap<string, boolean>
  /** See `Manifest`. */
  search: string
}

/**
 * Fills the new tree beside the folder `out`, whose manifest is `before`, and counts what is new in it. With `known` nothing
 * is looked at that is known, and `before` is not read.
 */
export function treeWriter(out: string, next: NewTree, before: Manifest | null, known: KnownTrees | null = null) {
  const { tree, kept } = next
  const files = known?.files ?? fileList()
  const growing = growingTree(out, tree, new Set(leftIn(kept, known)))
  const written = new Set<string>()
  const gone: string[] = []
  let areAllWanted = false

  const recordBefore = (path: string) =>
    known === null ? before?.files[path as WorkspacePath] : known.files.before(path)

  /** Whether a tree has exactly this file still, as far as its list and the file's length say. */
  function isIn(folder: string, list: Manifest | null, path: string, record: SiteFileRecord): boolean {
    return isSame(list?.files[path as WorkspacePath], record) && isThere(folder, path, record.bytes)
  }

  /** Which tree has the file: the new one already, from when it was the site or as is known, or the site before. */
  function placeOf(path: string, record: SiteFileRecord): 'stands' | 'before' | null {
    if (known !== null) return isSame(files.get(path), record) ? 'stands' : null
    if (isIn(tree, kept, path, record)) return 'stands'
    return isIn(out, before, path, record) ? 'before' : null
  }

  function take(path: string, record: SiteFileRecord, place: 'stands' | 'before'): void {
    if (known !== null) {
      files.want(path)
      return
    }
    if (place === 'stands') growing.leave(path)
    else growing.takeOver(path)
    files.set(path, record)
  }

  function put({ path, bytes: content }: { path: string; bytes: Uint8Array | string }): PutFile {
    const name = workspacePathSchema.parse(path)
    // Once for the hash, the length and the file.
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const record = recordOf(bytes)
    const place = placeOf(name, record)
    if (place !== null) {
      take(name, record, place)
      return { record, isSame: true }
    }
    if (known !== null && !known.differs.has(name) && recordBefore(name) !== undefined) growing.isLeft(name)
    growing.write(name, bytes)
    files.set(name, record)
    written.add(name)
    return { record, isSame: false }
  }

  /** Whether there are all of these. */
  const hasAll = (some: readonly Placed[]) => some.every(file => placeOf(file.path, file) !== null)

  /** Takes all of these over as they were made before, or none where one is not there any more. */
  function takeOver(some: readonly Placed[]): boolean {
    const places = some.map(file => placeOf(file.path, file))
    if (places.includes(null)) return false
    for (const [at, { path, hash, bytes }] of some.entries()) take(path, { hash, bytes }, places[at] ?? 'before')
    return true
  }

  /** Of a tree that is known, all is wanted from here on that is not let go. */
  function wantAll(): void {
    areAllWanted = true
    files.wantAll()
  }

  function wantEach(): void {
    areAllWanted = false
    files.wantEach()
  }

  /** Takes the whole index over; one that lacks a file is made again. */
  function keepSearch(hash: string): boolean {
    if (areAllWanted) return known?.search === hash
    const all = known === null ? Object.entries(before?.files ?? {}) : [...files.entries()]
    const index = all.filter(([path]) => path.startsWith('pagefind/'))
    if ((known ?? before)?.search !== hash || index.length === 0) return false
    return takeOver(index.map(([path, record]) => ({ path, ...record })))
  }

  /** What is not Signpost's in the folder stays there, unless the site now has a file of that name. */
  async function keepStranger(path: string): Promise<void> {
    const ours = path === manifestName || files.get(path) !== undefined || recordBefore(path) !== undefined
    if (!ours) await copyStranger(out, tree, path)
  }

  /** Takes away what nobody wanted. Of a tree that is known, all the rest is brought up to date. */
  async function tidy(): Promise<void> {
    if (known === null) {
      for (const path in before?.files) if (files.get(path) === undefined) gone.push(path)
    } else {
      for (const path of files.sweep()) {
        gone.push(path)
        if (!known.differs.has(path)) growing.isLeft(path)
      }
      for (const path of known.differs.keys()) {
        if (!written.has(path) && files.get(path) !== undefined) growing.takeOver(path)
      }
    }
    await growing.tidy()
  }

  /** `isKept`: the tree before stays for the next one to grow from. */
  async function finish(manifest: Omit<Manifest, 'files'>, isKept: boolean): Promise<void> {
    growing.write(manifestName, files.text(manifest))
    await switchTo(tree, out, isKept)
  }

  const counts = () => ({
    written: written.size,
    unchanged: files.size() - written.size,
    removed: gone.length,
  })

  /** Where the site before, once it is the tree that is kept, is other than the new one. */
  function differs(): Map<string, boolean> {
    const paths =
      known === null ? [...files.entries()].flatMap(([path, record]) => isOther(path, record)) : [...written]
    const others = paths.map(path => [path, recordBefore(path) !== undefined] as const)
    return new Map([...others, ...gone.map(path => [path, true] as const)])
  }

  const isOther = (path: string, record: SiteFileRecord) => (isSame(recordBefore(path), record) ? [] : [path])

  /** A file that was put or taken over, in its words. */
  const textOf = (path: string) => readFileSync(join(known === null || written.has(path) ? tree : out, path), 'utf8')

  /** The index may have put a file before it turns out that it has to be made another way; a file's name says what is in it. */
  const forSearch: SearchTree = {
    put: file => void (isPut(file.path) || put(file)),
    keep: path => isPut(path) || recordsOf(path).some(record => takeOver([record])),
    letGo: files.letGo,
    staysByItself: () => areAllWanted,
    text: textOf,
    before(path) {
      const [record] = recordsOf(path)
      if (record === undefined || (known === null && !isIn(out, before, path, record))) return null
      const bytes = readFileSync(join(out, path))
      return hashOf(bytes) === record.hash ? bytes : null
    },
  }

  const isPut = (path: string) => (known === null ? files.get(path) !== undefined : written.has(path))

  function recordsOf(path: string): Placed[] {
    const record = recordBefore(path)
    return record === undefined ? [] : [{ path, ...record }]
  }

  return {
    files,
    put,
    keep: forSearch.keep,
    hasAll,
    takeOver,
    wantAll,
    wantEach,
    areAllWanted: () => areAllWanted,
    letGo: files.letGo,
    keepSearch,
    keepStranger,
    tidy,
    finish,
    counts,
    differs,
    textOf,
    forSearch,
  }
}

/** What stands in the tree that the new one grows from and is not known to be wanted. */
function leftIn(kept: Manifest | null, known: KnownTrees | null): string[] {
  if (known !== null) return [manifestName, ...[...known.differs].flatMap(([path, isThere]) => (isThere ? [path] : []))]
  return kept === null ? [] : [manifestName, ...Object.keys(kept.files)]
}
