import { relativeAddress } from './addresses.ts'
import type { CardTitle } from './card.ts'
import type { Html } from './html.ts'

/** One page of the site before it is put in its frame. */
export interface Frame {
  /** Where the page stands, `/education/travel/`; links are written from here. */
  address: string
  /** Without the site's name. */
  title: string
  description: string
  /** What stands inside `main`. */
  main: Html
  /** Only the search, the directory and what may be over run a script, each its one file of our own. */
  script?: 'search.js' | 'directory.js' | 'over.js'
  /** Left out of search engines and of the site's own search. */
  unlisted?: boolean
  /** Whether the site's own search finds the page. */
  searchable?: boolean
  /** Breadcrumbs above `main`, from the home page down; the page itself is not one. */
  trail?: readonly Crumb[]
  /** Has the search in its middle; twice would be once too often for a screen reader. */
  ownSearch?: true
  /** The same page in other languages, this one among them. */
  translations?: readonly Translation[]
  /** What is true of the page in schema.org's words, with whole addresses from the site's own. */
  facts?: (url: string) => object
  /** What the picture beside a link to it says; the site's own where this is absent. */
  card?: CardTitle
  /** Where feed readers follow it. */
  feed?: string
  /** Writes every link from this path down instead of relative to the page, where nobody knows at which address it is shown. */
  root?: string
}

export interface Translation {
  language: string
  address: string
}

export interface Crumb {
  title: string
  address: string
}

/**
 * What a page may load: files of this site and nothing else, no frames, no plug-ins, no inline script or style. The
 * search page also runs Pagefind's WebAssembly. A `meta` policy is part of the page, so any plain web host keeps it.
 */
export function contentPolicy(frame: Pick<Frame, 'script'>): string {
  const searches = frame.script === 'search.js'
  const script = frame.script === undefined ? "'none'" : searches ? "'self' 'wasm-unsafe-eval'" : "'self'"
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `script-src ${script}`,
    // No script of a page without one asks for anything; a program that looks at the site from within it may read robots.txt.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ')
}

export type LinkTo = (address: string) => string

export function linksFrom(frame: Pick<Frame, 'address' | 'root'>): LinkTo {
  const { root } = frame
  if (root === undefined) return address => relativeAddress(frame.address, address)
  return address => `${root}${address.slice(1)}`
}
