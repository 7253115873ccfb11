import type { Refusal } from '../../shared/outcome.ts'
import { hashOf } from './manifest.ts'
import { type Searchable, type SearchIndexing, startSearchIndex } from './search-index.ts'
import type { FileBytes } from './theme.ts'

export type GrowingSearch = ReturnType<typeof growingSearch>

/**
 * The search index of a site whose pages come one after the other. It takes seconds in a process of its own, so it is
 * begun as soon as one page is known to have changed; as long as none has, it may turn out that the old one still holds.
 */
export function growingSearch() {
  const pages: Searchable[] = []
  const names: string[] = []
  let indexing: SearchIndexing | null = null

  function start(): SearchIndexing {
    const started = startSearchIndex()
    for (const page of pages) started.add(page)
    return started
  }

  return {
    /** Answers how many pages there are by now. `isSame`: the site before had this page to the byte. */
    add(page: Searchable, isSame: boolean): number {
      names.push(`${page.address}\n${hashOf(page.html)}\n`)
      if (indexing === null) pages.push(page)
      if (indexing !== null) indexing.add(page)
      else if (!isSame) indexing = start()
      return names.length
    },
    /** Of everything that the index is made from. */
    hash: () => hashOf(names.join('')),
    hasStarted: () => indexing !== null,
    async finish(): Promise<FileBytes[] | Refusal> {
      indexing ??= start()
      return await indexing.finish()
    },
    async stop(): Promise<void> {
      await indexing?.stop()
    },
  }
}
