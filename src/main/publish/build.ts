import { type WorkspacePath, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { renderSite, type SiteFile, type SiteInput } from '../../shared/site/index.ts'
import { orDiskTrouble } from '../files/index.ts'
import { hashOf, isSame, type Manifest, manifestName, manifestText, readManifest, recordOf } from './manifest.ts'
import type { OnProgress } from './progress.ts'
import { type Searchable, searchIndex } from './search-index.ts'
import { stopped } from './stopped.ts'
import { type FileBytes, themeFiles } from './theme.ts'
import { copyStranger, filesUnder, finishSwitch, forget, newTree, switchTo, takeOver, writeInto } from './tree.ts'

/** Makes the site's folder from its input: a whole new tree beside the old one, then a switch; never half written. */

export type ReadMedia = (name: string) => Promise<Uint8Array | Refusal>

export interface BuildOptions {
  readMedia: ReadMedia
  /** The folder with the site's own style and script, `resources/site`. */
  theme: string
  /** Which site this is: a folder that another one was written to is refused. */
  site: string
  onProgress?: OnProgress
  signal?: AbortSignal
}

/** `written`, `unchanged` and `removed` count files, `pages` pages and services; `ms` is how long it took. */
export interface Built {
  kind: 'built'
  pages: number
  written: number
  unchanged: number
  removed: number
  ms: number
}

/**
 * Builds into the folder `outDir`, which is empty, missing or was built by this before. Refuses with `not-this-site`,
 * `no-search-index`, `stopped`, or a fault of the disk, and then the folder is as it was.
 */
export async function buildSite(input: SiteInput, outDir: string, options: BuildOptions): Promise<Built | Refusal> {
  const started = performance.now()
  const outcome = await orDiskTrouble(() => build(input, outDir, options))
  return isRefusal(outcome) ? outcome : { ...outcome, ms: Math.round(performance.now() - started) }
}

async function build(input: SiteInput, out: string, options: BuildOptions): Promise<Built | Refusal> {
  await finishSwitch(out)
  const before = await readManifest(out)
  const found = await filesUnder(out)
  if (before === null ? found.length > 0 : before.site !== options.site) return notThisSite(out)
  const tree = treeWriter(out, await newTree(out), before)
  try {
    const search = await writeFiles(input, tree, options)
    if (isRefusal(search)) return search
    for (const path of found) await tree.keepStranger(path)
    const { publish } = input.stamp
    await tree.finish({ signpost: 1, site: options.site, publish, search, files: tree.files })
    return { kind: 'built', pages: input.pages.length + input.services.length, ...tree.counts(), ms: 0 }
  } finally {
    await finishSwitch(out)
  }
}

/** Answers the hash of everything that the search index was made from. */
async function writeFiles(input: SiteInput, tree: TreeWriter, options: BuildOptions): Promise<string | Refusal> {
  const searchable: Searchable[] = []
  const total = input.pages.length + input.services.length
  for (const theme of await themeFiles(options.theme)) await tree.put(theme)
  for (const file of renderSite(input)) {
    if (options.signal?.aborted) return stopped()
    const bytes = await bytesOf(file, options.readMedia)
    if (isRefusal(bytes)) return bytes
    await tree.put({ path: file.path, bytes })
    if (file.searchAs === undefined || typeof file.content !== 'string') continue
    searchable.push({ address: file.searchAs, html: file.content })
    options.onProgress?.({ sentence: 'Making the pages', done: searchable.length, total })
  }
  return await writeSearchIndex(searchable, tree, options)
}

async function bytesOf(file: SiteFile, readMedia: ReadMedia): Promise<Uint8Array | Refusal> {
  return typeof file.content === 'string' ? new TextEncoder().encode(file.content) : await readMedia(file.content.media)
}

/** Making the index is the slow part, so it is kept as long as no page that it was made from has changed. */
async function writeSearchIndex(
  pages: readonly Searchable[],
  tree: TreeWriter,
  { onProgress, signal }: BuildOptions,
): Promise<string | Refusal> {
  const hash = hashOf(pages.map(page => `${page.address}\n${hashOf(page.html)}\n`).join(''))
  if (await tree.keepSearch(hash)) return hash
  onProgress?.({ sentence: 'Making the search', done: 0, total: null })
  const index = await searchIndex(pages)
  if (isRefusal(index)) return index
  for (const file of index) await tree.put(file)
  return signal?.aborted ? stopped() : hash
}

type TreeWriter = ReturnType<typeof treeWriter>

function treeWriter(out: string, tree: string, before: Manifest | null) {
  const files: Manifest['files'] = {}
  let written = 0
  let unchanged = 0

  async function put({ path, bytes }: FileBytes): Promise<void> {
    const name: WorkspacePath = workspacePathSchema.parse(path)
    const record = recordOf(bytes)
    files[name] = record
    if (isSame(before?.files[name], record) && (await takeOver(out, tree, name, record.bytes))) {
      unchanged++
    } else {
      await writeInto(tree, name, bytes)
      written++
    }
  }

  /** Takes the whole index over; one that lacks a file is made again. */
  async function keepSearch(hash: string): Promise<boolean> {
    const index = Object.entries(before?.files ?? {}).filter(([path]) => path.startsWith('pagefind/'))
    if (before?.search !== hash || index.length === 0) return false
    for (const [path, record] of index) {
      if (await takeOver(out, tree, path, record.bytes)) continue
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

  return { files, put, keepSearch, keepStranger, finish, counts }
}

function notThisSite(out: string): Refusal {
  return refuse(
    'not-this-site',
    `The folder “${out}” holds something else, so Signpost wrote nothing there.`,
    'Choose an empty folder, or the one that this site was written to before.',
  )
}
