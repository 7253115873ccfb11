import { workspacePathSchema } from '../content/index.ts'
import { addressOf, directoryFolders, fileOf, reservedNames } from './addresses.ts'
import type { Redirect } from './input.ts'
import { resolve } from './links.ts'
import { addressKey, compareText, type SiteIndex } from './site-index.ts'

/**
 * The redirects that the site can keep: from an address where nothing else stands, to a page that is there now. A chain
 * of renames leads to its end in one step; a circle, and one that leads nowhere, is left out.
 */
export function redirectsOf(site: SiteIndex): Redirect[] {
  const next = new Map(site.input.redirects.map(({ from, to }) => [withSlashes(from), to]))
  return [...next.keys()]
    .filter(from => canRedirectFrom(site, from))
    .flatMap(from => {
      const to = endOf(site, next, from)
      return to === null ? [] : [{ from, to }]
    })
    .toSorted((one, other) => compareText(one.from, other.from))
}

const address = /^(\/[\w.~%-]+)+\/$/

function canRedirectFrom(site: SiteIndex, from: string): boolean {
  if (!address.test(from) || site.byAddress.has(addressKey(from))) return false
  const [first = '', second = '', third = ''] = from.slice(1).split('/')
  if (second === '' && site.sections.some(section => section.slug === first)) return false
  if (reservedNames.has(first) && (first !== 'services' || second === '')) return false
  if (first === 'services' && third !== '' && directoryFolders.has(second)) return false
  return isFile(from)
}

function isFile(from: string): boolean {
  try {
    return workspacePathSchema.safeParse(fileOf(from)).success
  } catch {
    // A percent sign that stands for no character (URIError): no browser asks for such an address.
    return false
  }
}

function endOf(site: SiteIndex, next: ReadonlyMap<string, string>, from: string): string | null {
  const seen = new Set<string>()
  for (let at = from; !seen.has(at); ) {
    seen.add(at)
    const to = next.get(at)
    if (to === undefined) return null
    const entry = site.byAddress.get(addressKey(withSlashes(to)))
    if (entry !== undefined) return addressOf(entry)
    const byId = /^(page|service):/.test(to) ? resolve(site, to) : null
    if (byId !== null) return byId
    at = withSlashes(to)
  }
  return null
}

function withSlashes(path: string): string {
  return `/${path.replace(/^\/+|\/+$/g, '')}/`
}
