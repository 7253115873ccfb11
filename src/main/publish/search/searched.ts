import { hashOf } from '../manifest.ts'

/** A page that an index has, or will have. */
export interface PageInIndex {
  name: string
  address: string
  hash: string
}

/** A page for the search: its address, the hash of what the search takes in, and that itself, where it is asked for. */
export interface Searched {
  address: string
  hash: string
  html(): string
}

/** What the site tells Pagefind to pass over: words about the page, such as the day on which somebody last looked at it. */
const passedOver = /<(nav|aside|footer|p)\b[^>]* data-pagefind-ignore>[\s\S]*?<\/\1>/g

/**
 * What the search takes in of a page: its middle, in its language. The same words stand around every page, and a page that
 * changed there alone is found as before.
 */
export function searchedIn(html: string): string {
  const language = /<html lang="[^"]*"/.exec(html)?.[0] ?? '<html'
  const [from, to] = [html.indexOf('<main'), html.lastIndexOf('</main>')]
  return `${language}><body>${html.slice(from, to).replace(passedOver, '')}</main></body></html>`
}

/** Under this a page is known in an index, as long as the search takes in the same of it. */
export function nameInIndex({ address, hash }: Pick<Searched, 'address' | 'hash'>): string {
  return hashOf(`${address}\n${hash}`).slice(0, 14)
}
