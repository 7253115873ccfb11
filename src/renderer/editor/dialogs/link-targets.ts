import type { HeadingOutline, PageId } from '../../../shared/content/index.ts'
import type { PageRow } from '../../../shared/contract/index.ts'
import { folded } from '../../desk/narrow-rows.ts'

/** Where a link can go, as the dialog offers it. */
export interface LinkTarget {
  /** As the document keeps it: `page:<id>`, `page:<id>#<heading>`, `service:<id>`, or an address. */
  href: string
  label: string
  /** What kind of place it is, in words. */
  kind: string
}

export interface KnownPlaces {
  page: PageId
  rows: readonly Pick<PageRow, 'id' | 'kind' | 'title' | 'section'>[]
  headings: readonly HeadingOutline[]
  sectionTitle: (slug: string) => string
}

const most = 8

/** What was typed as an address, an email or a telephone; then pages and services by title; then headings of this page. */
export function linkTargets(typed: string, known: KnownPlaces): LinkTarget[] {
  const address = addressOf(typed)
  const words = folded(typed.trim())
  const pages = known.rows
    .filter(row => row.id !== known.page && matches(row.title, words))
    .sort((a, b) => rank(a.title, words) - rank(b.title, words) || a.title.localeCompare(b.title, 'en-GB'))
    .slice(0, most)
    .map(row => targetOf(row, known.sectionTitle))
  const headings = known.headings
    .filter(({ text }) => text !== '' && matches(text, words))
    .slice(0, most)
    .map(({ slug, text }) => ({ href: `page:${known.page}#${slug}`, label: text, kind: 'Heading on this page' }))
  return [...(address === null ? [] : [address]), ...pages, ...headings]
}

/**
 * Where the link goes: the place that was chosen, as long as the field is empty or says its name, and otherwise an address
 * that was typed, as it is. Null while there are only other words.
 */
export function targetNow(typed: string, chosen: LinkTarget | null): LinkTarget | null {
  return typed.trim() === '' || typed === chosen?.label ? chosen : addressOf(typed)
}

/** The target that a link has already, said in words. */
export function describeHref(href: string, known: KnownPlaces): LinkTarget {
  const [, kind, id = '', heading] = /^(page|service):([^#]*)(?:#(.*))?$/.exec(href) ?? []
  if (kind === undefined) return addressOf(href.replace(/^(mailto|tel):/, '')) ?? { href, label: href, kind: 'Address' }
  if (id === known.page) {
    const text = known.headings.find(({ slug }) => slug === heading)?.text
    return { href, label: text ?? 'A heading that is gone', kind: 'Heading on this page' }
  }
  const row = known.rows.find(one => one.id === id)
  if (row === undefined) return { href, label: 'A page that is gone', kind: 'Page' }
  return { ...targetOf(row, known.sectionTitle), href }
}

/** A web address, an email address or a telephone number, or null for other words. */
export function addressOf(typed: string): LinkTarget | null {
  const text = typed.trim()
  if (/^https?:\/\/[^\s.]+\.[^\s]+$/i.test(text)) return { href: text, label: text, kind: 'Web address' }
  if (/^www\.[^\s.]+\.[^\s]+$/i.test(text) || siteName.test(text))
    return { href: `https://${text}`, label: text, kind: 'Web address' }
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return { href: `mailto:${text}`, label: text, kind: 'Email' }
  const digits = text.replace(/[\s()-]/g, '')
  if (/^\+?\d{9,15}$/.test(digits)) return { href: `tel:${digits}`, label: text, kind: 'Telephone' }
  return null
}

/** A name of the kinds that people type without “www”, and not a file’s. */
const siteName = /^(?:[a-z\d-]+\.)+(?:uk|org|com|net|info)(?:[/?#]\S*)?$/i

function targetOf(row: KnownPlaces['rows'][number], sectionTitle: KnownPlaces['sectionTitle']): LinkTarget {
  return row.kind === 'service'
    ? { href: `service:${row.id}`, label: row.title, kind: 'Service' }
    : { href: `page:${row.id}`, label: row.title, kind: `Page in ${sectionTitle(row.section)}` }
}

function matches(text: string, words: string): boolean {
  const folds = folded(text)
  return words.split(/\s+/).every(word => folds.includes(word))
}

/** Titles that begin with what was typed come first. */
function rank(title: string, words: string): number {
  return folded(title).startsWith(words) ? 0 : 1
}
