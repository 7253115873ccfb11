import { close, createIndex } from 'pagefind'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { FileBytes } from './theme.ts'

/** A page as the search index takes it in: its address on the site and its HTML. */
export interface Searchable {
  address: string
  html: string
}

/** The ready-made search screens in Pagefind's bundle; the site has its own (resources/site/search.js). */
const notServed = /^pagefind-(ui|modular-ui|component-ui|highlight)\./

/** Pagefind's program is one for all of Signpost and is closed after each index, so there is one index at a time. */
let turn: Promise<unknown> = Promise.resolve()

/** The files of the search index, in their folder `pagefind/`. Same pages in the same order, same bytes. */
export function searchIndex(pages: readonly Searchable[]): Promise<FileBytes[] | Refusal> {
  const made = turn.then(() => makeIndex(pages))
  turn = made
  return made
}

async function makeIndex(pages: readonly Searchable[]): Promise<FileBytes[] | Refusal> {
  try {
    const { index, errors } = await createIndex({})
    if (index === undefined) return cannotIndex(errors.join('; '))
    for (const page of pages) {
      const added = await index.addHTMLFile({ url: page.address, content: page.html })
      if (added.errors.length > 0) return cannotIndex(`${page.address}: ${added.errors.join('; ')}`)
    }
    const made = await index.getFiles()
    if (made.errors.length > 0) return cannotIndex(made.errors.join('; '))
    return made.files
      .filter(file => !notServed.test(file.path))
      .map(file => ({ path: `pagefind/${file.path}`, bytes: file.content }))
  } catch (error) {
    return cannotIndex(String(error))
  } finally {
    await close()
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
