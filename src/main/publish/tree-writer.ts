import { type WorkspacePath, workspacePathSchema } from '../../shared/content/index.ts'
import { severalAtOnce } from '../files/index.ts'
import { isSame, type Manifest, manifestName, manifestText, recordOf, type SiteFileRecord } from './manifest.ts'
import type { FileBytes } from './theme.ts'
import { copyStranger, forget, switchTo, takeOver, writeInto } from './tree.ts'

/** A file on its way into the new tree, weighed once. */
export interface NewFile {
  name: WorkspacePath
  bytes: Uint8Array
  record: SiteFileRecord
  /** The site before had exactly this file, as far as its manifest says. */
  isSame: boolean
}

export type TreeWriter = ReturnType<typeof treeWriter>

/** Fills the new tree beside the folder `out`, whose manifest is `before`, and counts what is new in it. */
export function treeWriter(out: string, tree: string, before: Manifest | null) {
  const files: Manifest['files'] = {}
  let written = 0
  let unchanged = 0

  function weigh({ path, bytes }: FileBytes): NewFile {
    const name = workspacePathSchema.parse(path)
    const record = recordOf(bytes)
    return { name, bytes, record, isSame: isSame(before?.files[name], record) }
  }

  async function putOne({ name, bytes, record, isSame }: NewFile): Promise<void> {
    files[name] = record
    if (isSame && (await takeOver(out, tree, name, record.bytes))) {
      unchanged++
    } else {
      await writeInto(tree, name, bytes)
      written++
    }
  }

  async function put(more: readonly NewFile[]): Promise<void> {
    await severalAtOnce(more, putOne)
  }

  /** Takes the whole index over; one that lacks a file is made again. */
  async function keepSearch(hash: string): Promise<boolean> {
    const index = Object.entries(before?.files ?? {}).filter(([path]) => path.startsWith('pagefind/'))
    if (before?.search !== hash || index.length === 0) return false
    const kept = await severalAtOnce(index, ([path, record]) => takeOver(out, tree, path, record.bytes))
    if (kept.includes(false)) {
      await forget(tree, 'pagefind')
      return false
    }
    for (const [path, record] of index) files[workspacePathSchema.parse(path)] = record
    unchanged += index.length
    return true
  }

  /** What is not Signpost's in the folder stays there, unless the site now has a file of that name. */
  async function keepStranger(path: string): Promise<void> {
    const ours = path === manifestName || path in files || (before !== null && path in before.files)
    if (!ours) await copyStranger(out, tree, path)
  }

  async function finish(manifest: Manifest): Promise<void> {
    await writeInto(tree, manifestName, manifestText(manifest))
    await switchTo(tree, out)
  }

  function counts() {
    const removed = Object.keys(before?.files ?? {}).filter(path => !(path in files)).length
    return { written, unchanged, removed }
  }

  return { files, weigh, put, keepSearch, keepStranger, finish, counts }
}
