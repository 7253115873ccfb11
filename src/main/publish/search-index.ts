import { close, createIndex, type PagefindIndex } from 'pagefind'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import type { FileBytes } from './theme.ts'

/** A page as the search index takes it in: its address on the site and its HTML. */
export interface Searchable {
  address: string
  html: string
}

/** An index that is growing in a process of its own, while Signpost does something else. */
export interface SearchIndexing {
  /** Comes back once there is room for another one, which need not be when this one was taken in. */
  add(page: Searchable): Promise<void>
  /** The files of the index, in their folder `pagefind/`. Same pages in the same order, same bytes. */
  finish(): Promise<FileBytes[] | Refusal>
  /** Ends it, finished or not; has to be called. */
  stop(): Promise<void>
}

/** The ready-made search screens in Pagefind's bundle; the site has its own (resources/site/search.js). */
const notServed = /^pagefind-(ui|modular-ui|component-ui|highlight)\./

/** Pagefind's program is one for all of Signpost and is closed after each index, so there is one index at a time. */
let turn: Promise<unknown> = Promise.resolve()

/** How many pages may be on their way to the index: each is held in memory until it was taken in. */
const mostWaiting = 128

export function startSearchIndex(): SearchIndexing {
  const { promise: stopped, resolve: leave } = Promise.withResolvers<void>()
  const opening = turn.then(() => answered(() => createIndex({})))
  turn = opening.then(() => stopped)
  /** Pages are sent without waiting for the answer to each; the index takes them in the order in which they are sent. */
  const added: Promise<unknown>[] = []

  async function filesOf(index: PagefindIndex): Promise<FileBytes[] | Refusal> {
    const made = (await Promise.all(added)).find(isRefusal) ?? (await answered(index.getFiles))
    if (isRefusal(made)) return made
    return made.files
      .filter(file => !notServed.test(file.path))
      .map(file => ({ path: `pagefind/${file.path}`, bytes: file.content }))
  }

  return {
    async add({ address, html }) {
      const add = (index: PagefindIndex) =>
        answered(() => index.addHTMLFile({ url: address, content: cellsApart(html) }), address)
      added.push(opening.then(opened => (isRefusal(opened) || !opened.index ? null : add(opened.index))))
      await added.at(-mostWaiting)
    },
    async finish() {
      const opened = await opening
      if (isRefusal(opened)) return opened
      return opened.index ? await filesOf(opened.index) : cannotIndex('there is no index')
    },
    async stop() {
      await opening
      // Pagefind complains on the terminal of pages that were on their way when it was closed.
      await Promise.all(added)
      await close()
      leave()
    },
  }
}

/** Pagefind ends a sentence after a paragraph but not after a cell: “ReasonRuleDistance” would be one word to it. */
function cellsApart(html: string): string {
  return html.replace(/<(?:caption|t[dh])\b[^>]*>/g, '$&<p>').replace(/<\/(?:caption|t[dh])>/g, '</p>$&')
}

/** What Pagefind answers; a refusal where it names an error, and where its program cannot be started or ends early. */
async function answered<T extends { errors: string[] }>(ask: () => Promise<T>, about = ''): Promise<T | Refusal> {
  try {
    const answer = await ask()
    return answer.errors.length > 0 ? cannotIndex(`${about} ${answer.errors.join('; ')}`) : answer
  } catch (error) {
    return cannotIndex(`${about} ${error}`)
  }
}

function cannotIndex(detail: string): Refusal {
  return refuse(
    'no-search-index',
    'The search of the site could not be made, so nothing was changed. Families still see the site as it was.',
    'Try again. If it stays so, this computer may not allow the search program that comes with Signpost: ask whoever looks after it.',
    detail,
  )
}
