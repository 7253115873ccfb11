import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type WorkspacePath, workspacePathSchema } from '../../shared/content/index.ts'
import { growingTree, isThere } from './growing-tree.ts'
import { hashOf, isSame, type Manifest, manifestName, manifestText, recordOf, type SiteFileRecord } from './manifest.ts'
import type { SearchTree } from './search/index.ts'
import { copyStranger, type NewTree, switchTo } from './tree.ts'

/** A file of the new tree. */
export interface PutFile {
  record: SiteFileRecord
  /** The site before had exactly this file. */
  isSame: boolean
}

export type TreeWriter = ReturnType<typeof treeWriter>

/** Fills the new tree beside the folder `out`, whose manifest is `before`, and counts what is new in it. */
export function treeWriter(out: string, next: NewTree, before: Manifest | null) {
  const files: Manifest['files'] = {}
  const { tree, kept } = next
  const growing = growingTree(out, tree, new Set(kept === null ? [] : [manifestName, ...Object.keys(kept.files)]))
  let written = 0
  let unchanged = 0

  /** Whether a tree has exactly this file still, as far as its list and the file's length say. */
  function isIn(folder: string, list: Manifest | null, path: string, record: SiteFileRecord): boolean {
    return isSame(list?.files[path as WorkspacePath], record) && isThere(folder, path, record.bytes)
  }

  const has = (path: string, record: SiteFileRecord) => isIn(out, before, path, record)

  /** Which tree has the file: the new one already, from when it was the site, or the site before. */
  function placeOf(path: string, record: SiteFileRecord): 'stands' | 'before' | null {
    if (isIn(tree, kept, path, record)) return 'stands'
    return has(path, record) ? 'before' : null
  }

  function take(path: WorkspacePath, record: SiteFileRecord, place: 'stands' | 'before'): void {
    if (place === 'stands') growing.leave(path)
    else growing.takeOver(path)
    files[path] = record
    unchanged++
  }

  function put({ path, bytes }: { path: string; bytes: Uint8Array | string }): PutFile {
    const name = workspacePathSchema.parse(path)
    const record = recordOf(bytes)
    const place = placeOf(name, record)
    if (place !== null) {
      take(name, record, place)
      return { record, isSame: true }
    }
    growing.write(name, bytes)
    files[name] = record
    written++
    return { record, isSame: false }
  }

  /** Whether there are all of these. */
  const hasAll = (some: readonly (SiteFileRecord & { path: string })[]) =>
    some.every(file => placeOf(file.path, file) !== null)

  /** Takes all of these over as they were made before, or none where one is not there any more. */
  function takeOver(some: readonly (SiteFileRecord & { path: string })[]): boolean {
    const places = some.map(file => placeOf(file.path, file))
    if (places.includes(null)) return false
    for (const [at, { path, hash, bytes }] of some.entries()) {
      take(path as WorkspacePath, { hash, bytes }, places[at] ?? 'before')
    }
    return true
  }

  /** Takes the whole index over; one that lacks a file is made again. */
  function keepSearch(hash: string): boolean {
    const index = Object.entries(before?.files ?? {}).filter(([path]) => path.startsWith('pagefind/'))
    if (before?.search !== hash || index.length === 0) return false
    return takeOver(index.map(([path, record]) => ({ path, ...record })))
  }

  /** What is not Signpost's in the folder stays there, unless the site now has a file of that name. */
  async function keepStranger(path: string): Promise<void> {
    const ours = path === manifestName || path in files || (before !== null && path in before.files)
    if (!ours) await copyStranger(out, tree, path)
  }

  /** `isKept`: the tree before stays for the next one to grow from. */
  async function finish(manifest: Manifest, isKept: boolean): Promise<void> {
    growing.write(manifestName, manifestText(manifest))
    await switchTo(tree, out, isKept)
  }

  function counts() {
    const removed = Object.keys(before?.files ?? {}).filter(path => !(path in files)).length
    return { written, unchanged, removed }
  }

  /** The index may have put a file before it turns out that it has to be made another way; a file's name says what is in it. */
  const forSearch: SearchTree = {
    put: file => void (file.path in files || put(file)),
    keep: path => path in files || recordsOf(path).some(record => takeOver([record])),
    before(path) {
      const [record] = recordsOf(path)
      if (record === undefined || !has(path, record)) return null
      const bytes = readFileSync(join(out, path))
      return hashOf(bytes) === record.hash ? bytes : null
    },
  }

  function recordsOf(path: string): (SiteFileRecord & { path: string })[] {
    const record = before?.files[path as WorkspacePath]
    return record === undefined ? [] : [{ path, ...record }]
  }

  /** A file that was taken over, in its words. */
  const textOf = (path: string) => readFileSync(join(tree, path), 'utf8')

  return {
    files,
    put,
    keep: forSearch.keep,
    hasAll,
    takeOver,
    keepSearch,
    keepStranger,
    tidy: growing.tidy,
    finish,
    counts,
    textOf,
    forSearch,
  }
}
