import { isRefusal, type Refusal } from '../../../shared/outcome.ts'
import { hashOf } from '../manifest.ts'
import { type BundleBefore, readBundleBefore } from './before.ts'
import type { TakenIn } from './index-taken.ts'
import { joinBundle } from './join.ts'
import { type PagefindPages, startPagefind } from './pagefind.ts'
import type { SearchTree } from './search-tree.ts'
import { nameInIndex, type Searched } from './searched.ts'

export type GrowingSearch = ReturnType<typeof growingSearch>

/** Pagefind looks for each page among all that it holds, and holds all of them in memory. */
const mostAtOnce = 512

type Known = Searched & { name: string }

/**
 * The search index of a site whose pages come one after the other. Pagefind takes in those that the index before has not, in a
 * process of its own, as soon as there is one; where there is none, it may turn out that the index before still holds.
 */
export function growingSearch(tree: SearchTree, most = mostAtOnce) {
  const pages: Known[] = []
  let before: BundleBefore | null = readBundleBefore(tree)
  let taking: Taking | null = null

  async function take(page: TakenIn, html: string): Promise<void> {
    taking ??= takingIn(most)
    await taking.add(page, html)
  }

  const takeNew = ({ name, address, html }: Known) => take({ name, isGone: false, address }, html())

  /** Null where something of the index before is not there as it was. */
  async function finishFrom(known: BundleBefore | null): Promise<Refusal | 'made' | null> {
    const now = new Set(pages.map(({ name }) => name))
    const gone = [...(known?.names ?? [])].filter(name => !now.has(name))
    const kept = pages.filter(({ name }) => known?.names.has(name) === true)
    if (gone.length > kept.length) {
      // An index has its pages in their order, and these stand among those that were taken in before.
      taking?.close()
      for (const page of kept) await takeNew(page)
      return await finishFrom(null)
    }
    for (const name of gone) {
      const html = known?.htmlOf(name) ?? null
      if (html === null) return null
      await take({ name, isGone: true, address: `gone/${name}` }, html)
    }
    taking ??= takingIn(most)
    const taken = await taking.finish()
    if (isRefusal(taken)) return taken
    return joinBundle(tree, known, pages, taken) ? 'made' : null
  }

  return {
    /** Answers how many pages there are by now. `made` is what the search takes in, where it is at hand. */
    async add({ made, ...page }: Searched & { made: string | null }): Promise<number> {
      const name = nameInIndex(page)
      pages.push({ ...page, name })
      if (before?.names.has(name) === true) return pages.length
      await take({ name, isGone: false, address: page.address }, made ?? page.html())
      return pages.length
    },
    /** Of everything that the index is made from. */
    hash: () => hashOf(pages.map(({ name }) => `${name}\n`).join('')),
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

/** Gives pages to Pagefind, so many at a time. */
function takingIn(most: number) {
  const pagefind = startPagefind()
  const finished: Promise<{ pages: TakenIn[]; files: Awaited<ReturnType<PagefindPages['finish']>> }>[] = []
  let open: { index: PagefindPages; pages: TakenIn[] } | null = null

  function close(): void {
    if (open === null) return
    const { index, pages } = open
    finished.push(index.finish().then(files => ({ pages, files })))
    open = null
  }

  return {
    /** What is added from here on is in another index. */
    close,
    async add(page: TakenIn, html: string): Promise<void> {
      open ??= { index: pagefind.index(), pages: [] }
      open.pages.push(page)
      const added = open.index.add({ address: page.address, html })
      if (open.pages.length === most) close()
      await added
    },
    async finish() {
      open ??= finished.length === 0 ? { index: pagefind.index(), pages: [] } : null
      close()
      const taken = []
      for (const { pages, files } of await Promise.all(finished)) {
        if (isRefusal(files)) return files
        taken.push({ pages, files })
      }
      return taken
    },
    stop: () => pagefind.stop(),
  }
}
