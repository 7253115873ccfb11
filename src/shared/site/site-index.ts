import {
  type Audience,
  type Entry,
  type IsoDate,
  type Page,
  type Service,
  type SiteConfig,
  workspacePathSchema,
} from '../content/index.ts'
import { addressOf, fileOf, reservedNames } from './addresses.ts'
import type { SiteInput } from './input.ts'
import { type NewsItem, newsOf } from './news.ts'
import { reviewedBy } from './reviewed.ts'
import { type StillWorking, stillWorkingOn } from './working-on.ts'

/** The input, put in order once, so that every page can find its neighbours. */
export interface SiteIndex {
  input: SiteInput
  name: string
  /** Sections in the order of `signpost.yml`, then those that only the folders know; none without pages. */
  sections: readonly SiteSection[]
  /** By title. */
  services: readonly Service[]
  byId: ReadonlyMap<string, Entry>
  /** Pages and services by `addressKey`. */
  byAddress: ReadonlyMap<string, Entry>
  /** By the id of the page that they say in another language. */
  translations: ReadonlyMap<string, readonly Page[]>
  /** The page that this one says in another language, where that one is on the site. */
  originalOf(page: Page): Page | null
  working: readonly StillWorking[]
  news: readonly NewsItem[]
  /** Which of these there are at all: every page leads to those, however many they are. */
  has: Readonly<Record<'services' | 'news' | 'working' | 'answers', boolean>>
  /** The day on which somebody last said that these words are true, which families read under them; null where nobody did. */
  lastReviewed(entry: Entry): IsoDate | null
  /** What cannot be on the site at all, and the sentence why. */
  withoutPlace: ReadonlyMap<Entry, string>
}

export interface SiteSection {
  slug: string
  title: string
  summary: string
  /** The section's start-here page first, then those with an order, then by title. */
  pages: readonly Page[]
}

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true })

/** By title as people expect it; the address settles ties, so that the order is the same on any machine. */
export function byTitle(one: Entry, other: Entry): number {
  return collator.compare(one.fields.title, other.fields.title) || compareText(addressOf(one), addressOf(other))
}

export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Of pages that stand by title. */
function byPlace(one: Page, other: Page): number {
  return Number(isStart(other)) - Number(isStart(one)) || orderOf(one) - orderOf(other)
}

/** A finite number even for a page without one: two of them have to compare as equal. */
function orderOf(page: Page): number {
  return page.fields.order ?? Number.MAX_SAFE_INTEGER
}

export function isStart(page: Page): boolean {
  return page.fields.kind === 'start'
}

/** All that is on the site. */
export function entriesByTitle(site: SiteIndex): readonly Entry[] {
  const known = inOrder.get(site) ?? [...site.byAddress.values()].toSorted(byTitle)
  inOrder.set(site, known)
  return known
}

const inOrder = new WeakMap<SiteIndex, readonly Entry[]>()

/** The same order, found from that of an earlier site: comparing titles as people do takes long. */
function orderAfter(before: readonly Entry[], placed: ReadonlySet<Entry>): Entry[] {
  const had = new Set(before)
  const stayed = before.filter(entry => placed.has(entry))
  const come = [...placed].filter(entry => !had.has(entry)).toSorted(byTitle)
  let from = 0
  return [
    ...come.flatMap(entry => {
      const to = firstBehind(stayed, entry, from)
      const part = [...stayed.slice(from, to), entry]
      from = to
      return part
    }),
    ...stayed.slice(from),
  ]
}

function firstBehind(entries: readonly Entry[], entry: Entry, from: number): number {
  let [low, high] = [from, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = entries[middle]
    if (other !== undefined && byTitle(other, entry) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

/** `before` is an earlier site: what it has in common with this one is not worked out again. */
export function siteIndex(input: SiteInput, before?: SiteIndex): SiteIndex {
  const replaced = before === undefined ? null : replacedIn(before, input)
  const placed =
    before === undefined || replaced === null ? placedOf(input, before) : placedAfter(before, input, replaced)
  const { byId, entries, ...lists } = placed
  const news = newsOf(input, byId, byTitle)
  const working = stillWorkingOn(input.config, byId.values())
  const site: SiteIndex = {
    ...lists,
    byId,
    input,
    name: siteName(input),
    originalOf: page => originalIn(byId, page),
    news,
    working,
    has: {
      services: lists.services.length > 0,
      news: news.length > 0,
      working: working.length > 0,
      answers: input.answers.length > 0,
    },
    lastReviewed: reviewedBy(input),
  }
  inOrder.set(site, entries)
  return site
}

/** What of a site is made of its pages and services alone, and those that are on it by title. */
interface Placed
  extends Pick<SiteIndex, 'byId' | 'byAddress' | 'withoutPlace' | 'sections' | 'translations' | 'services'> {
  entries: readonly Entry[]
}

function placedOf(input: SiteInput, before: SiteIndex | undefined): Placed {
  const { byId, byAddress, withoutPlace } = place([...input.pages, ...input.services])
  const placed = new Set(byId.values())
  const entries = orderAfter(before === undefined ? [] : entriesByTitle(before), placed)
  const isOriginal = (page: Page) => originalIn(byId, page) === null
  return {
    byId,
    byAddress,
    withoutPlace,
    entries,
    // A translation stands beside its page, which whoever looks for it finds first.
    sections: sectionsOf(input, entries.filter(entry => entry.kind === 'page').filter(isOriginal)),
    translations: Map.groupBy(
      input.pages.filter(page => placed.has(page) && !isOriginal(page)),
      page => page.fields.translationOf,
    ),
    services: entries.filter(entry => entry.kind === 'service'),
  }
}

function originalIn(byId: ReadonlyMap<string, Entry>, { fields }: Page): Page | null {
  const { language, translationOf, id } = fields
  const original = language === '' || translationOf === id ? undefined : byId.get(translationOf)
  // A translation of a translation would be nobody's.
  return original?.kind === 'page' && original.fields.translationOf === '' ? original : null
}

/** The same lists with these entries in the places of those: nothing else of the site is looked at. */
function placedAfter(before: SiteIndex, { config }: SiteInput, replaced: ReadonlyMap<Entry, Entry>): Placed {
  const [byId, byAddress] = [new Map(before.byId), new Map(before.byAddress)]
  for (const entry of replaced.values()) {
    byId.set(entry.fields.id, entry)
    byAddress.set(standingOf(entry).key, entry)
  }
  const others = sectionsIn(config)
  return {
    byId,
    byAddress,
    withoutPlace: before.withoutPlace,
    entries: withReplaced(entriesByTitle(before), replaced),
    sections: before.sections.map(section => {
      const { title, summary } = others.find(({ slug }) => slug === section.slug) ?? section
      return { slug: section.slug, title, summary, pages: withReplaced(section.pages, replaced) }
    }),
    translations: before.translations,
    services: withReplaced(before.services, replaced),
  }
}

/** The same list where none of these is in it. */
function withReplaced<T extends Entry>(list: readonly T[], replaced: ReadonlyMap<Entry, Entry>): readonly T[] {
  let now: T[] | null = null
  for (const [one, other] of replaced) {
    const at = list.indexOf(one as T)
    if (at < 0) continue
    now ??= [...list]
    now[at] = other as T
  }
  return now ?? list
}

/** More than these are put in order anew. */
const fewReplaced = 64

/**
 * The entries of an earlier site by those that have their places now; null where anything came or went, stands somewhere else,
 * or was not on that site.
 */
function replacedIn(before: SiteIndex, input: SiteInput): Map<Entry, Entry> | null {
  const { pages, services, config } = before.input
  if (before.withoutPlace.size > 0 || !isSameSections(config, input.config)) return null
  const replaced = new Map<Entry, Entry>()
  const isAlike = isReplaced(pages, input.pages, replaced) && isReplaced(services, input.services, replaced)
  return isAlike ? replaced : null
}

function isReplaced(before: readonly Entry[], now: readonly Entry[], replaced: Map<Entry, Entry>): boolean {
  if (before.length !== now.length) return false
  for (let at = 0; at < now.length; at++) {
    const [one, other] = [before[at], now[at]]
    if (one === other) continue
    if (one === undefined || other === undefined || replaced.size === fewReplaced || !standsAs(one, other)) return false
    replaced.set(one, other)
  }
  return true
}

/** Whether the other stands wherever the one stood. What is in another language stands where others say that it does. */
function standsAs(one: Entry, other: Entry): boolean {
  if (one.fields.id !== other.fields.id || one.fields.title !== other.fields.title) return false
  if (addressOf(one) !== addressOf(other)) return false
  if (one.kind === 'service' || other.kind === 'service') return one.kind === other.kind
  return (
    one.section === other.section &&
    isStart(one) === isStart(other) &&
    orderOf(one) === orderOf(other) &&
    [one, other].every(({ fields }) => fields.language === '' && fields.translationOf === '')
  )
}

function isSameSections(one: SiteConfig, other: SiteConfig): boolean {
  const slugs = (config: SiteConfig) => config.sections.map(({ slug }) => slug).join('\n')
  return one === other || slugs(one) === slugs(other)
}

/** Gives every entry its address; of two with one address, or with one id, the one that comes later has it. */
function place(entries: readonly Entry[]): Pick<SiteIndex, 'byId' | 'byAddress' | 'withoutPlace'> {
  const byId = new Map<string, Entry>()
  const byAddress = new Map<string, Entry>()
  const withoutPlace = new Map<Entry, string>()
  for (const entry of entries.toReversed()) {
    const { key, why } = standingOf(entry)
    const trouble =
      why ??
      taken(byAddress.get(key), 'has the same address') ??
      taken(byId.get(entry.fields.id), 'is a copy of it with the same id')
    if (trouble === null) {
      byId.set(entry.fields.id, entry)
      byAddress.set(key, entry)
    } else withoutPlace.set(entry, trouble)
  }
  return { byId, byAddress, withoutPlace }
}

/** An entry is another object once anything of it is other. */
const standings = new WeakMap<Entry, { key: string; why: string | null }>()

function standingOf(entry: Entry): { key: string; why: string | null } {
  const known = standings.get(entry) ?? { key: addressKey(addressOf(entry)), why: whyNoAddress(entry) }
  standings.set(entry, known)
  return known
}

/** Some web servers, and Windows, make no difference between capitals and small letters. */
export function addressKey(address: string): string {
  return address.toLowerCase()
}

function taken(by: Entry | undefined, how: string): string | null {
  return by === undefined ? null : `“${by.fields.title}” ${how}.`
}

function whyNoAddress(entry: Entry): string | null {
  if (entry.kind === 'page' && entry.section === '') return 'It is in no section, so it has no address.'
  if (entry.kind === 'page' && reservedNames.has(entry.section.toLowerCase())) {
    return `The site needs the address /${entry.section}/ for itself.`
  }
  const address = addressOf(entry)
  return workspacePathSchema.safeParse(fileOf(address)).success ? null : `${address} cannot be an address.`
}

function siteName({ config }: SiteInput): string {
  if (config.name !== '') return config.name
  return config.council === '' ? 'Local Offer' : `${config.council} Local Offer`
}

/** `pages` by title. */
function sectionsOf({ config }: SiteInput, pages: readonly Page[]): SiteSection[] {
  const bySection = Map.groupBy(pages, page => page.section)
  const known = sectionsIn(config)
  const others = [...bySection.keys()]
    .filter(slug => !known.some(section => section.slug === slug))
    .toSorted(compareText)
    .map(slug => ({ slug, title: titleFromSlug(slug), summary: '' }))
  return [...known, ...others]
    .map(section => ({ ...section, pages: (bySection.get(section.slug) ?? []).toSorted(byPlace) }))
    .filter(section => section.pages.length > 0)
}

const sectionsIn = ({ sections }: SiteConfig) => sections.map(({ slug, title, summary }) => ({ slug, title, summary }))

function titleFromSlug(slug: string): string {
  const words = slug.replace(/[-/_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** In the words of families. */
export const audienceNames: Readonly<Record<Audience, string>> = {
  parents: 'parents and carers',
  'young-people': 'young people',
  professionals: 'professionals',
}
