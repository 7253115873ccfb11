import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { renderSite, type SiteFile, type SiteInput } from '../../shared/site/index.ts'
import { orDiskTrouble } from '../files/index.ts'
import { type GrowingSearch, growingSearch } from './growing-search.ts'
import { readManifest } from './manifest.ts'
import { pictureBytes } from './picture-bytes.ts'
import type { OnProgress } from './progress.ts'
import { stopped } from './stopped.ts'
import { themeFiles } from './theme.ts'
import { filesUnder, finishSwitch, newTree } from './tree.ts'
import { type NewFile, type TreeWriter, treeWriter } from './tree-writer.ts'

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
  const { onProgress, signal } = options
  const search = growingSearch()
  const total = input.pages.length + input.services.length
  let waiting: NewFile[] = (await themeFiles(options.theme, input.config)).map(tree.weigh)
  try {
    for (const file of renderSite(input)) {
      if (signal?.aborted) return stopped()
      const bytes = await bytesOf(file, options.readMedia)
      if (isRefusal(bytes)) return bytes
      const weighed = tree.weigh({ path: file.path, bytes })
      waiting.push(weighed)
      if (file.searchAs !== undefined && typeof file.content === 'string') {
        const found = search.add({ address: file.searchAs, html: file.content }, weighed.isSame)
        onProgress?.({ sentence: 'Making the pages', done: found, total })
        await aBreath()
      }
      if (!areEnough(waiting)) continue
      await tree.put(waiting)
      waiting = []
    }
    await tree.put(waiting)
    return await writeSearch(search, tree, options)
  } finally {
    await search.stop()
  }
}

/** Files are written several at once, which keeps the disk busy, and no more of them than memory holds with ease. */
function areEnough(files: readonly NewFile[]): boolean {
  return files.length >= 64 || files.reduce((sum, file) => sum + file.bytes.byteLength, 0) > 8_000_000
}

/** Pages are read and rendered as they are needed; whoever is typing, and the search index, come in between. */
function aBreath(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

async function bytesOf(file: SiteFile, readMedia: ReadMedia): Promise<Uint8Array | Refusal> {
  if (typeof file.content === 'string') return new TextEncoder().encode(file.content)
  const bytes = await readMedia(file.content.media)
  return isRefusal(bytes) ? bytes : pictureBytes(bytes)
}

/** Making the index is the slow part, so it is kept as long as no page that it was made from has changed. */
async function writeSearch(
  search: GrowingSearch,
  tree: TreeWriter,
  { onProgress, signal }: BuildOptions,
): Promise<string | Refusal> {
  const hash = search.hash()
  if (!search.hasStarted() && (await tree.keepSearch(hash))) return hash
  onProgress?.({ sentence: 'Making the search', done: 0, total: null })
  const index = await search.finish()
  if (isRefusal(index)) return index
  await tree.put(index.map(tree.weigh))
  return signal?.aborted ? stopped() : hash
}

function notThisSite(out: string): Refusal {
  return refuse(
    'not-this-site',
    `The folder “${out}” holds something else, so Signpost wrote nothing there.`,
    'Choose an empty folder, or the one that this site was written to before.',
  )
}
