import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type WorkspacePath, workspacePathSchema } from '../../shared/content/index.ts'
import { hashOf, isSame, type Manifest, manifestName, manifestText, recordOf, type SiteFileRecord } from './manifest.ts'
import type { SearchTree } from './search/index.ts'
import { copyStranger, growingTree, isThere, switchTo } from './tree.ts'

/** A file of the new tree. */
export interface PutFile {
  record: SiteFileRecord
  /** The site before had exactly this file. */
  isSame: boolean
}

export type TreeWriter = ReturnType<typeof treeWriter>

/** Fills the new tree beside the folder `out`, whose manifest is `before`, and counts what is new in it. */
export function treeWriter(out: string, tree: string, before: Manifest | null) {
  const files: Manifest['files'] = {}
  const growing = growingTree(out, tree)
  let written = 0
  let unchanged = 0

  /** Whether the site before has exactly this file still, as far as its list and the file's length say. */
  function has(path: string, record: SiteFileRecord): boolean {
    return isSame(before?.files[path as WorkspacePath], record) && isThere(out, path, record.bytes)
  }

  function take(path: WorkspacePath, record: SiteFileRecord): void {
    growing.takeOver(path)
    files[path] = record
    unchanged++
  }

  function put({ path, bytes }: { path: string; bytes: Uint8Array | string }): PutFile {
    const name = workspacePathSchema.parse(path)
    const record = recordOf(bytes)
    if (has(name, record)) {
      take(name, record)
      return { record, isSame: true }
    }
    growing.write(name, bytes)
    files[name] = record
    written++
    return { record, isSame: false }
  }

  /** Whether the site before has all of these. */
  const hasAll = (some: readonly (SiteFileRecord & { path: string })[]) => some.every(file => has(file.path, file))

  /** Takes all of these over from the site before, or none where one is not there any more. */
  function takeOver(some: readonly (SiteFileRecord & { path: string })[]): boolean {
    if (!hasAll(some)) return false
    for (const { path, hash, bytes } of some) take(path as WorkspacePath, { hash, bytes })
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

  async function finish(manifest: Manifest): Promise<void> {
    growing.write(manifestName, manifestText(manifest))
    await switchTo(tree, out)
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
    finish,
    counts,
    textOf,
    forSearch,
  }
}
