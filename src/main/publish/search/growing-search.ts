import { isRefusal, type Refusal } from '../../../shared/outcome.ts'
import { fileOf } from '../../../shared/site/index.ts'
import { hashOf } from '../manifest.ts'
import {
  type BundleBefore,
  type BundleLists,
  bundleBefore,
  filesOf,
  type KnownPage,
  pagesIn,
  readBundleBefore,
} from './before.ts'
import { type IndexHand, indexHand } from './index-hand.ts'
import type { TakenIn } from './index-taken.ts'
import { type Joined, joinBundle } from './join.ts'
import { type Pagefind, type PagefindPages, startPagefind } from './pagefind.ts'
import type { SearchTree } from './search-tree.ts'
import { nameInIndex, type PageInIndex, type Searched, searchedIn } from './searched.ts'

export type GrowingSearch = ReturnType<typeof growingSearch>

/** Pagefind looks for each page among all that it holds, and holds all of them in memory. */
const mostAtOnce = 512

/** So many pages are given to Pagefind from here; for more it is worth it to begin a thread. */
const fewPages = 32

/** The index of a site as this program made it, and all its pages by their names. */
export interface KnownSearch {
  lists: BundleLists
  pages: Map<string, KnownPage>
}

/**
 * The search index of a site whose pages come one after the other. Pagefind takes in those that the index before has not, in a
 * process of its own, as soon as there is one; where there is none, it may turn out that the index before still holds.
 */
export function growingSearch(tree: SearchTree, most = mostAtOnce, known: KnownSearch | null = null) {
  let pages: PageInIndex[] = []
  const htmlOf = new WeakMap<PageInIndex, () => string>()
  let before = known === null ? readBundleBefore(tree) : bundleBefore(tree, known.lists, known.pages)
  let joined: Joined | null = null
  let taking: Taking | null = null
  /** Where somebody knows which pages of the index before are gone. */
  let told: readonly string[] | null = null

  async function take(page: TakenIn, html: string): Promise<void> {
    taking ??= takingIn(most)
    await taking.add(page, html)
  }

  async function takeNew(page: PageInIndex): Promise<void> {
    const { name, address } = page
    const html = htmlOf.get(page)?.() ?? searchedIn(tree.text(fileOf(address)))
    await take({ name, isGone: false, address }, html)
  }

  function goneFrom({ pages: had }: BundleBefore): readonly string[] {
    if (told !== null) return told.filter(name => had.has(name))
    const now = new Set(pages.map(({ name }) => name))
    return [...had.keys()].filter(name => !now.has(name))
  }

  /** Null where something of the index before is not there as it was. */
  async function finishFrom(from: BundleBefore | null): Promise<Refusal | 'made' | null> {
    const gone = from === null ? [] : goneFrom(from)
    if (from !== null) for (const path of filesOf(from, gone)) tree.letGo(path)
    if (from !== null && gone.length > from.pages.size - gone.length) {
      // An index has its pages in their order, and these stand among those that were taken in before.
      taking?.close()
      for (const page of pages) if (from.pages.has(page.name)) await takeNew(page)
      return await finishFrom(null)
    }
    for (const name of gone) {
      const html = from?.htmlOf(name) ?? null
      if (html === null) return null
      await take({ name, isGone: true, address: `gone/${name}` }, html)
    }
    taking ??= takingIn(most)
    const taken = await taking.finish()
    if (isRefusal(taken)) return taken
    joined = await joinBundle(tree, from, pages, taken, taking.secondHalf())
    return joined && 'made'
  }

  return {
    /** `made` is what the search takes in, where it is at hand; `at` which page of those that stood it takes the place of. */
    async add(
      { made, address, hash, html }: Searched & { made: string | null },
      at = pages.length,
    ): Promise<PageInIndex> {
      const page = { name: nameInIndex({ address, hash }), address, hash }
      pages[at] = page
      htmlOf.set(page, html)
      if (before?.pages.has(page.name) !== true) await take({ name: page.name, isGone: false, address }, made ?? html())
      return page
    },
    /** Exactly these pages are in the index before: those that are not put in the place of one of them stay. */
    stand(standing: readonly PageInIndex[]): void {
      pages = [...standing]
    },
    /** Of the index before exactly these pages are gone. */
    tellGone(names: readonly string[]): void {
      told = names
    },
    pages: (): readonly PageInIndex[] => pages,
    /** What is known of the index from here on. */
    known(): KnownSearch | null {
      const lists = joined?.lists ?? before
      if (lists === null) return null
      if (before === null || told === null) return { lists, pages: pagesIn(lists) }
      for (const name of told) before.pages.delete(name)
      for (const [name, { language, page }] of joined?.come ?? []) before.pages.set(name, { language, page })
      return { lists, pages: before.pages }
    },
    /** Of everything that the index is made from. */
    hash(): string {
      let names = ''
      for (const { name } of pages) names += `${name}\n`
      return hashOf(names)
    },
    hasStarted: () => taking !== null,
    /** Puts the files of the index into the tree. */
    async finish(): Promise<Refusal | 'made'> {
      const made = await finishFrom(before)
      if (made !== null) return made
      // Whatever was wrong with the index before, the pages are all here.
      before = null
      await taking?.stop()
      taking = null
      for (const page of pages) await takeNew(page)
      const again = await finishFrom(null)
      if (again === null) throw new Error('an index of all pages needs no other one')
      return again
    },
    async stop(): Promise<void> {
      await taking?.stop()
    },
  }
}

type Taking = ReturnType<typeof takingIn>

/** Gives pages to Pagefind, `most` at a time: the first few wait until it is known whether many come. */
function takingIn(most: number) {
  const finished: Promise<{ pages: TakenIn[]; files: Awaited<ReturnType<PagefindPages['finish']>> }>[] = []
  let first: { page: TakenIn; html: string }[] | null = []
  let hand: IndexHand | null = null
  let pagefind: Pagefind | null = null
  let open: { index: PagefindPages; pages: TakenIn[] } | null = null

  function begin(isMany: boolean): Pagefind {
    if (pagefind !== null) return pagefind
    hand = isMany ? indexHand() : null
    pagefind = hand ?? startPagefind()
    const waited = first ?? []
    first = null
    for (const { page, html } of waited) void give(page, html)
    return pagefind
  }

  async function give(page: TakenIn, html: string): Promise<void> {
    open ??= { index: begin(false).index(), pages: [] }
    open.pages.push(page)
    const added = open.index.add({ address: page.address, html })
    if (open.pages.length === most) closeOpen()
    await added
  }

  function closeOpen(): void {
    if (open === null) return
    const { index, pages } = open
    finished.push(index.finish().then(files => ({ pages, files })))
    open = null
  }

  return {
    /** What is added from here on is in another index. */
    close(): void {
      begin(false)
      closeOpen()
    },
    async add(page: TakenIn, html: string): Promise<void> {
      if (first !== null && first.length < fewPages) return void first.push({ page, html })
      begin(true)
      await give(page, html)
    },
    async finish() {
      const pagefind = begin(false)
      open ??= finished.length === 0 ? { index: pagefind.index(), pages: [] } : null
      closeOpen()
      const taken = []
      for (const { pages, files } of await Promise.all(finished)) {
        if (isRefusal(files)) return files
        taken.push({ pages, files })
      }
      return taken
    },
    secondHalf: () => hand?.secondHalf ?? null,
    stop: async () => await pagefind?.stop(),
  }
}
