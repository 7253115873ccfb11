import { setImmediate } from 'node:timers/promises'
import type { Refusal } from '../../shared/outcome.ts'
import { hashOf } from './manifest.ts'
import { type SearchIndexing, startSearchIndex } from './search-index.ts'
import type { FileBytes } from './theme.ts'

export type GrowingSearch = ReturnType<typeof growingSearch>

/** A page for the search: its address, the hash of what the search takes in, and that itself, where it is asked for. */
export interface Searched {
  address: string
  hash: string
  /** The search before took in the same of it. */
  isSame: boolean
  html(): string
}

/**
 * What the search takes in of a page: its middle, in its language. The same words stand around every page, and a page that
 * changed there alone is found as before.
 */
export function searchedIn(html: string): string {
  const language = /<html lang="[^"]*"/.exec(html)?.[0] ?? '<html'
  const [from, to] = [html.indexOf('<main'), html.lastIndexOf('</main>')]
  return `${language}><body>${html.slice(from, to)}</main></body></html>`
}

/**
 * The search index of a site whose pages come one after the other. It takes seconds in a process of its own, so it is
 * begun as soon as one page is known to have changed; as long as none has, it may turn out that the old one still holds.
 */
export function growingSearch() {
  const pages: Searched[] = []
  const names: string[] = []
  let indexing: SearchIndexing | null = null

  const give = (to: SearchIndexing, { address, html }: Searched) => to.add({ address, html: html() })

  async function start(): Promise<SearchIndexing> {
    indexing = startSearchIndex()
    for (const [at, page] of pages.splice(0).entries()) {
      await give(indexing, page)
      if (at % 32 === 0) await setImmediate()
    }
    return indexing
  }

  return {
    /** Answers how many pages there are by now. */
    async add(page: Searched): Promise<number> {
      names.push(`${page.address}\n${page.hash}\n`)
      if (indexing !== null) await give(indexing, page)
      else {
        pages.push(page)
        if (!page.isSame) await start()
      }
      return names.length
    },
    /** Of everything that the index is made from. */
    hash: () => hashOf(names.join('')),
    hasStarted: () => indexing !== null,
    async finish(): Promise<FileBytes[] | Refusal> {
      return await (indexing ?? (await start())).finish()
    },
    async stop(): Promise<void> {
      await indexing?.stop()
    },
  }
}
