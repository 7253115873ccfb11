import { type Doc, type HtmlContext, type MediaFacts, mediaOf } from '../content/index.ts'
import { addressOf, sizePath } from './addresses.ts'
import type { LinkTo } from './frame.ts'
import { outsideAddress } from './html.ts'
import type { SiteIndex } from './site-index.ts'
import { extensionOf, formatName } from './words.ts'

/**
 * Where a reference of the model leads on the site: an address from the site's root, an outside address as it is, or null
 * when it leads nowhere. References are `page:<id>`, `service:<id>` (each with a `#heading` if need be), `media/<name>`,
 * `#heading`, and http, https, mailto and tel addresses.
 */
export function resolve(site: SiteIndex, reference: string): string | null {
  const [target = '', fragment] = splitAtHash(reference)
  const hash = fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`
  const id = /^(?:page|service):(.+)$/.exec(target)?.[1]
  if (id !== undefined) {
    const entry = site.byId.get(id)
    return entry === undefined ? null : addressOf(entry) + hash
  }
  const name = mediaName(target)
  if (name !== null) return mediaAddress(site, name)
  if (target === '') return hash === '' ? null : hash
  return outsideAddress(reference)
}

function splitAtHash(reference: string): [string, string?] {
  const at = reference.indexOf('#')
  return at < 0 ? [reference] : [reference.slice(0, at), reference.slice(at + 1)]
}

/** `media/hall.jpg` as `hall.jpg`; null for a reference to anything else. */
export function mediaName(reference: string): string | null {
  return /^media\/(.+)$/.exec(reference)?.[1] ?? null
}

function mediaAddress(site: SiteIndex, name: string): string | null {
  const fact = site.input.media.get(name)
  if (fact === undefined || fact.trouble !== null) return null
  return asAddress(`media/${name}`)
}

function asAddress(path: string): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** Whether a reference is to something of the workspace, which the site can have or lack. */
export function isOurs(reference: string): boolean {
  return /^(page:|service:|media\/)/.test(reference)
}

/** How a page's preview differs from the page as it will stand on the site. */
export interface PreviewOptions {
  /** Where its links start, ending in a slash; relative to the page's own address unless given. */
  root?: string
  /** Whether each element says where its words stand in the document. */
  places?: boolean
}

/** What stands in these of a page's blocks is likely to be seen as soon as the page is opened. */
const firstBlocks = 2

/** What the content renderer has to know to write a body into the page that `to` writes links for. */
export function htmlContext(site: SiteIndex, to: LinkTo, doc: Doc, { places = false }: PreviewOptions): HtmlContext {
  const first = mediaOf({ ...doc, content: doc.content.slice(0, firstBlocks) })
  const href = (reference: string) => {
    const address = resolve(site, reference)
    return address === null || !address.startsWith('/') ? address : to(address)
  }
  return {
    href,
    media: reference => {
      const facts = mediaFacts(site, reference, to)
      return facts && first.includes(reference) ? { ...facts, isFirst: true } : facts
    },
    service: id => serviceFacts(site, id, to),
    headingOffset: 0,
    topHeading: 2,
    kept: 'text',
    places,
  }
}

function mediaFacts(site: SiteIndex, reference: string, to: LinkTo): MediaFacts | null {
  const name = mediaName(reference)
  const fact = name === null ? undefined : site.input.media.get(name)
  if (name === null || fact === undefined || fact.trouble !== null) return null
  const { bytes, width, height } = fact
  const size = width === null || height === null ? {} : { width, height }
  const sizes = fact.sizes?.map(each => ({ url: to(asAddress(sizePath(name, each))), width: each })) ?? []
  return { url: to(asAddress(`media/${name}`)), bytes, format: formatName(extensionOf(name)), ...size, sizes }
}

function serviceFacts(site: SiteIndex, id: string, to: LinkTo) {
  const entry = site.byId.get(id)
  if (entry?.kind !== 'service') return null
  const { title, summary, telephone, email } = entry.fields
  return {
    title,
    href: to(addressOf(entry)),
    summary,
    ...(telephone === '' ? {} : { telephone }),
    ...(email === '' ? {} : { email }),
  }
}
