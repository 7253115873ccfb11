import type { Entry } from '../content/index.ts'

/**
 * Addresses on the site: paths from its root, starting and ending in a slash (`/education/travel/`). Links in pages are
 * written relative to the page, so that the site works in a folder, under a path and on a domain alike.
 */

/** First parts of an address that the site needs for itself; a section cannot have them. */
export const reservedNames: ReadonlySet<string> = new Set([
  'a-to-z',
  'accessibility',
  'assets',
  'for',
  'id',
  'media',
  'pagefind',
  'search',
  'services',
  'what-we-are-working-on',
  'whats-new',
  'you-said-we-did',
])

export const whatsNewAddress = '/whats-new/'

/** Under `/services/`, and with one part more than a service's own address: the directory by one choice, and in other forms. */
export const directoryFolders: ReadonlySet<string> = new Set(['by', 'as'])

/** Where a smaller picture of a file of the media folder stands: in a folder of its own, where no such file can be. */
export function sizePath(name: string, width: number): string {
  return `media/sizes/${width}/${name}.webp`
}

export function addressOf(entry: Entry): string {
  return entry.kind === 'page'
    ? `${sectionAddress(entry.section)}${encodeURIComponent(entry.slug)}/`
    : `/services/${encodeURIComponent(entry.slug)}/`
}

export function sectionAddress(section: string): string {
  return `/${section.split('/').map(encodeURIComponent).join('/')}/`
}

/** The address that stays when a page is renamed or moved. */
export function permanentAddress(id: string): string {
  return `/id/${id}/`
}

/** The file in which a web server looks for an address that ends in a slash. */
export function fileOf(address: string): string {
  return `${decodeURIComponent(address.slice(1))}index.html`
}

/** How the page at `from` writes a link to `to`; both are addresses from the root, `to` may end in a file name. */
export function relativeAddress(from: string, to: string): string {
  const [path = '', fragment] = to.split('#')
  const here = from.split('/').slice(1, -1)
  const there = path.split('/').slice(1)
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++
  const way = '../'.repeat(here.length - same) + there.slice(same).join('/')
  return (way === '' ? './' : way) + (fragment === undefined ? '' : `#${fragment}`)
}

/**
 * Where families read the site, from `publish.url` of `signpost.yml`: `https://example.org/local-offer`, without a slash
 * at the end; null while there is no such address. Only http and https are; who signs in and what is asked are left out.
 */
export function siteUrl(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  return `${protocol}//${host}${basePath(url).slice(0, -1)}`
}

/** The path part of that address, with a slash at either end; `/` when there is none. */
export function basePath(url: string): string {
  if (!URL.canParse(url) || !/^https?:/i.test(url)) return '/'
  const parts = new URL(url).pathname.split('/').filter(part => part !== '')
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`
}
