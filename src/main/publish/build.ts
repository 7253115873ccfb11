import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { cardsOf, mediaFiles, type SiteInput, siteIndex } from '../../shared/site/index.ts'
import { breather, orDiskTrouble } from '../files/index.ts'
import { siteCards } from './cards/site-cards.ts'
import { forgetful, type MadeParts, partsOf } from './made-parts.ts'
import { readManifest } from './manifest.ts'
import { type PictureHand, pictureHand } from './pictures/picture-hand.ts'
import { sitePictures } from './pictures/site-pictures.ts'
import type { OnProgress } from './progress.ts'
import { putAll } from './put-all.ts'
import { type NameOf, putMedia, type ReadMedia } from './put-parts.ts'
import { type GrowingSearch, growingSearch, lastDaysFile } from './search/index.ts'
import type { KnownSite, StandingSite } from './standing-site.ts'
import { stopped } from './stopped.ts'
import { themeFiles } from './theme.ts'
import { filesUnder, finishSwitch, newTree, takeUpKept } from './tree.ts'
import { type TreeWriter, treeWriter } from './tree-writer.ts'

/** Makes the site's folder from its input: a whole new tree beside the old one, then a switch; never half written. */

export interface BuildOptions {
  readMedia: ReadMedia
  /** The folder with the site's own style and script, `resources/site`. */
  theme: string
  /** Which site this is: a folder that another one was written to is refused. */
  site: string
  /** What parts of this site came to before; without it every part is made anew. */
  parts?: MadeParts
  /**
   * The folder is in one of Signpost's own: nobody puts anything else there, and the tree that is replaced is kept beside it
   * for the next build.
   */
  isOurs?: boolean
  /** What this program knows of the site that it built there before, with `isOurs` alone. */
  standing?: StandingSite
  /** Where smaller pictures are kept from one build to the next. */
  pictures?: string
  nameOf?: NameOf
  onProgress?: OnProgress
  signal?: AbortSignal
  /** Told of the fault where what was known of the site before led nowhere, before everything is looked at instead. */
  onSecondLook?: (fault: unknown) => void
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
  const known = options.isOurs === true ? options.standing?.take(out, options.site) : undefined
  if (known === undefined) return await buildOn(input, out, options, null)
  try {
    return await buildOn(input, out, options, known)
  } catch (fault) {
    // Whatever was other than it was known to be: the next try looks at everything.
    const { onSecondLook = warnOfSecondLook } = options
    onSecondLook(fault)
    return await buildOn(input, out, options, null)
  }
}

/** Nobody sees it on a screen, as the site is made all the same; but it takes long, and should never be. */
function warnOfSecondLook(fault: unknown): void {
  const detail = fault instanceof Error ? fault.stack : String(fault)
  process.emitWarning('The site was looked at as a whole, because it was not as it was known to be.', { detail })
}

async function buildOn(
  input: SiteInput,
  out: string,
  options: BuildOptions,
  known: KnownSite | null,
): Promise<Built | Refusal> {
  const { isOurs = false, standing } = options
  const before = known === null ? await readManifest(out) : null
  const found = known === null && (before === null || !isOurs) ? filesUnder(out) : []
  if (known === null && (before === null ? found.length > 0 : before.site !== options.site)) return notThisSite(out)
  const tree = treeWriter(out, known === null ? await newTree(out) : await takeUpKept(out), before, known)
  const hand = pictureHand()
  try {
    const made = await writeFiles(input, tree, options, hand, known)
    if (isRefusal(made)) return made
    await tree.tidy()
    for (const path of found) await tree.keepStranger(path)
    const { publish } = input.stamp
    await tree.finish({ signpost: 1, site: options.site, publish, search: made.search }, isOurs)
    const counts = tree.counts()
    if (isOurs) standing?.note(out, options.site, { ...made, files: tree.files, differs: tree.differs() })
    return { kind: 'built', pages: input.pages.length + input.services.length, ...counts, ms: 0 }
  } finally {
    await hand.stop()
    await finishSwitch(out)
  }
}

/** Answers what is known from here on, with the hash of everything that the search index was made from. */
async function writeFiles(
  input: SiteInput,
  tree: TreeWriter,
  options: BuildOptions,
  hand: PictureHand,
  before: KnownSite | null,
): Promise<Omit<KnownSite, 'files' | 'differs'> | Refusal> {
  const { onProgress, signal, nameOf = () => undefined, parts = forgetful } = options
  const pictures = await sitePictures(input, tree, { ...options, parts }, hand)
  if (isRefusal(pictures)) return pictures
  const cards = await siteCards(input, options, hand)
  if (isRefusal(cards)) return cards
  const site = siteIndex({ ...input, media: pictures.media, cards: cards.look }, before?.parts.site)
  const known = partsOf(site, parts, nameOf, before?.parts)
  const search = growingSearch(tree.forSearch, undefined, before?.index)
  const breathe = breather()
  const total = input.pages.length + input.services.length
  for (const file of await themeFiles(options.theme, input.config)) tree.put(file)
  try {
    const standing = await putAll(
      { site, parts: known, tree, search },
      {
        standing: before?.index ? { parts: before.standing, known: before.parts } : null,
        signal,
        onPages: done => onProgress?.({ sentence: 'Making the pages', done, total }),
      },
    )
    if (isRefusal(standing)) return standing
    const { path, content } = lastDaysFile(site, search.pages())
    tree.put({ path, bytes: content })
    const media = mediaFiles(site, new Set(standing.flatMap(({ shows }) => shows)))
    for (const gone of before?.media ?? []) tree.letGo(gone)
    for (const file of media) {
      const put = (await putMedia(file, known, tree, options)) ?? (await pictures.put(file.media, tree))
      if (isRefusal(put)) return put
      await breathe()
    }
    // Where no part has another title, the pictures with these titles are the same.
    for (const card of tree.areAllWanted() ? [] : cardsOf(site)) {
      await cards.put(card, tree)
      await breathe()
    }
    await pictures.tidy()
    const made = await writeSearch(search, tree, options)
    if (isRefusal(made)) return made
    const paths = media.flatMap(({ path, sizes }) => [path, ...sizes.map(size => size.path)])
    return { search: made, parts: known.known(), standing, media: paths, index: search.known() }
  } finally {
    await search.stop()
  }
}

/** Making the index is the slow part, so it is kept as long as no page that it was made from has changed. */
async function writeSearch(
  search: GrowingSearch,
  tree: TreeWriter,
  { onProgress, signal }: BuildOptions,
): Promise<string | Refusal> {
  const hash = search.hash()
  if (!search.hasStarted() && tree.keepSearch(hash)) return hash
  onProgress?.({ sentence: 'Making the search', done: 0, total: null })
  const made = await search.finish()
  if (isRefusal(made)) return made
  return signal?.aborted ? stopped() : hash
}

function notThisSite(out: string): Refusal {
  return refuse(
    'not-this-site',
    `The folder “${out}” holds something else, so Signpost wrote nothing there.`,
    'Choose an empty folder, or the one that this site was written to before.',
  )
}
