import type { Refusal } from '../../shared/outcome.ts'
import { hasSameParts, type SiteIndex, type Unit, unitsOf } from '../../shared/site/index.ts'
import { breather } from '../files/index.ts'
import type { KnownParts, MadeFile, Parts } from './made-parts.ts'
import { makePart, type PutFile, putPart } from './put-parts.ts'
import type { GrowingSearch, PageInIndex } from './search/index.ts'
import { stopped } from './stopped.ts'
import type { TreeWriter } from './tree-writer.ts'

/** All parts of a site, put into the new tree one after the other and given to the search. */

/** A part as it stands in a tree. */
export interface StandingPart {
  unit: Unit
  pages: readonly PageInIndex[]
  /** Files of the media folder, by name. */
  shows: readonly string[]
}

export interface PutOptions {
  /** Of the site before, where this program built it. */
  standing: { parts: readonly StandingPart[]; known: KnownParts } | null
  signal: AbortSignal | undefined
  /** Called with how many pages the search has by now. */
  onPages(done: number): void
}

interface Making {
  site: SiteIndex
  parts: Parts
  tree: TreeWriter
  search: GrowingSearch
}

/** More parts than these are made one at a time, and none of them is held until all are made. */
const fewParts = 512

export async function putAll(making: Making, options: PutOptions): Promise<StandingPart[] | Refusal> {
  const { standing, signal, onPages } = options
  const changed = standing && hasSameParts(standing.known.site, making.site) && (await putChanged(making, options))
  if (signal?.aborted) return stopped()
  if (!standing || !changed) return await putEach(making, options)
  return await putAmongThose(standing.parts, changed, making, onPages)
}

/** Puts what changed in the places that it had among all others. */
async function putAmongThose(
  parts: readonly StandingPart[],
  changed: ReadonlyMap<StandingPart, PutFile[]>,
  { parts: { allStand }, search }: Making,
  onPages: PutOptions['onPages'],
): Promise<StandingPart[]> {
  const all = [...parts]
  const gone: string[] = []
  const pages: PageInIndex[] = []
  for (const part of parts) pages.push(...part.pages)
  search.stand(pages)
  let page = 0
  for (const [at, part] of parts.entries()) {
    const put = changed.get(part)
    if (put !== undefined) {
      const made = await standingPart(part.unit, put, search, page)
      all[at] = made
      for (const { name } of part.pages) if (!made.pages.some(now => now.name === name)) gone.push(name)
    }
    page += part.pages.length
  }
  search.tellGone(gone)
  allStand()
  onPages(search.pages().length)
  return all
}

async function putEach(making: Making, { signal, onPages }: PutOptions): Promise<StandingPart[] | Refusal> {
  const { site, parts, tree, search } = making
  const breathe = breather()
  const all: StandingPart[] = []
  for (const unit of unitsOf(site)) {
    if (signal?.aborted) return stopped()
    const part = await standingPart(unit, putPart(unit, parts, tree), search)
    all.push(part)
    if (part.pages.length > 0) onPages(search.pages().length)
    await breathe()
  }
  return all
}

/**
 * Makes the parts that do not hold any more; all others stay in the tree as they are and are not even asked for. Null where
 * other files come or go with them, or too many are to be made: then nothing is known of any part but by asking for it.
 */
async function putChanged(
  { parts, tree }: Making,
  { standing, signal }: PutOptions,
): Promise<Map<StandingPart, PutFile[]> | null> {
  const breathe = breather()
  const changed = new Map<StandingPart, PutFile[]>()
  const others = parts.notHolding()
  if (others === null) return null
  tree.wantAll()
  for (const part of others.size === 0 ? [] : (standing?.parts ?? [])) {
    if (!others.has(part.unit.name)) continue
    const { files } = parts.recall(part.unit)
    // Where a file of this name is another part's, the order in which they are put says whose it is.
    const isOwn = tree.hasAll(files)
    const put = isOwn && changed.size < fewParts ? makePart(part.unit, parts, tree) : null
    if (put === null || signal?.aborted || !isSameList(files, put)) {
      tree.wantEach()
      return null
    }
    changed.set(part, put)
    await breathe()
  }
  return changed
}

/** The same files, and those that the search finds among them. */
const isSameList = (files: readonly MadeFile[], put: readonly PutFile[]) =>
  files.length === put.length &&
  files.every(({ path, search }, at) => path === put[at]?.path && (search === null) === (put[at].searched === null))

/** `at` is the number of its first page, where these stood before. */
async function standingPart(
  unit: Unit,
  put: readonly PutFile[],
  search: GrowingSearch,
  at?: number,
): Promise<StandingPart> {
  const pages: StandingPart['pages'][number][] = []
  for (const { searched } of put) {
    if (searched === null) continue
    pages.push(await search.add(searched, at === undefined ? undefined : at + pages.length))
  }
  return { unit, pages, shows: put.flatMap(({ shows }) => shows) }
}
