import type { Entry } from '../content/index.ts'
import { addressOf, fileOf, permanentAddress, sectionAddress, sizePath, whatsNewAddress } from './addresses.ts'
import { doorAddress, doorsOf } from './doors.ts'
import { filesForMachines, versionFile } from './for-machines.ts'
import type { TextFile } from './input.ts'
import { mediaName, type PreviewOptions } from './links.ts'
import { aToZPage } from './pages/a-to-z.ts'
import { accessibilityPage } from './pages/accessibility.ts'
import { articlePage } from './pages/article.ts'
import { directoryAddresses, directoryFiles, directoryPages } from './pages/directory.ts'
import { doorPage } from './pages/door.ts'
import { homePage } from './pages/home.ts'
import { notFoundPage } from './pages/not-found.ts'
import { redirectPage } from './pages/redirect.ts'
import { searchPage } from './pages/search.ts'
import { sectionPage } from './pages/section.ts'
import { servicePage } from './pages/service.ts'
import { newsFeed, whatsNewPage } from './pages/whats-new.ts'
import { gapPage, workingOnPage } from './pages/working-on.ts'
import { youSaidAddress, youSaidPage } from './pages/you-said.ts'
import { mediaNamesOf } from './problems.ts'
import { redirectsOf } from './redirects.ts'
import { searchWordsFile } from './search-words.ts'
import { compareText, entriesByTitle, type SiteIndex } from './site-index.ts'
import { workingAddress } from './working-on.ts'

/**
 * A part of the site that is made at once. Which parts there are follows from the site; what is in one follows from what it
 * reads of the site that it is given, and from nothing else, so that it stands for as long as that does.
 */
export interface Unit {
  /** The same for the same part of any later site. */
  name: string
  render(site: SiteIndex): TextFile[]
}

/** In the order of the site's files: pages and services by title, then what is made of all of them. */
export function* unitsOf(site: SiteIndex): Generator<Unit> {
  for (const entry of entriesByTitle(site)) yield entryUnit(entry.fields.id)
  for (const { slug } of site.sections) yield page(sectionAddress(slug), given => theSection(given, slug))
  yield page('/', homePage)
  yield unit('doors', doorPages)
  yield unit('directory', given => [...directoryPages(given).map(asFile), ...directoryFiles(given)])
  yield unit(whatsNewAddress, newsFiles)
  yield unit(workingAddress, workingPages)
  yield page('/a-to-z/', aToZPage)
  yield page('/search/', searchPage)
  yield page('/accessibility/', accessibilityPage)
  yield unit(youSaidAddress, given => (given.has.answers ? [asFile([youSaidAddress, youSaidPage(given)])] : []))
  yield unit('404.html', given => [{ path: '404.html', content: notFoundPage(given) }])
  yield unit('search words', given => [searchWordsFile(given)])
  yield unit('redirects', given => redirectsOf(given).map(({ from, to }) => redirectFile(given, from, to)))
  yield unit('for machines', machineFiles)
  yield unit('stamp', given => [versionFile(given.input)])
}

function unit(name: string, render: Unit['render']): Unit {
  return { name, render }
}

function page(address: string, render: (site: SiteIndex) => string): Unit {
  return unit(address, site => [asFile([address, render(site)])])
}

function asFile([address, content]: readonly [address: string, content: string]): TextFile {
  return { path: fileOf(address), content }
}

function redirectFile(site: SiteIndex, from: string, to: string): TextFile {
  return { path: fileOf(from), content: redirectPage(site, from, to) }
}

function entryUnit(id: string): Unit {
  return unit(`entry ${id}`, site => {
    const entry = site.byId.get(id)
    if (entry === undefined) return []
    const address = addressOf(entry)
    return [
      { path: fileOf(address), content: entryPage(site, entry), searchAs: address, shows: mediaNamesOf(entry) },
      redirectFile(site, permanentAddress(id), address),
    ]
  })
}

export function entryPage(site: SiteIndex, entry: Entry, preview?: PreviewOptions): string {
  return entry.kind === 'page' ? articlePage(site, entry, preview) : servicePage(site, entry, preview)
}

function theSection(site: SiteIndex, slug: string): string {
  const section = site.sections.find(each => each.slug === slug)
  return section === undefined ? '' : sectionPage(site, section)
}

function doorPages(site: SiteIndex): TextFile[] {
  return doorsOf(site).map(door => asFile([doorAddress(door), doorPage(site, door)]))
}

function newsFiles(site: SiteIndex): TextFile[] {
  if (!site.has.news) return []
  return [asFile([whatsNewAddress, whatsNewPage(site)]), ...newsFeed(site)]
}

function workingPages(site: SiteIndex): TextFile[] {
  if (!site.has.working) return []
  return [
    asFile([workingAddress, workingOnPage(site)]),
    ...site.working.map(gap => asFile([gap.address, gapPage(site, gap)])),
  ]
}

/** The sitemap names what stands at an address of its own, except the search. */
function machineFiles(site: SiteIndex): TextFile[] {
  const addresses = [
    '/',
    '/a-to-z/',
    '/accessibility/',
    ...site.sections.map(({ slug }) => sectionAddress(slug)),
    ...doorsOf(site).map(doorAddress),
    ...directoryAddresses(site),
    ...(site.has.news ? [whatsNewAddress] : []),
    ...(site.has.working ? [workingAddress, ...site.working.map(({ address }) => address)] : []),
    ...(site.has.answers ? [youSaidAddress] : []),
    ...[...site.byAddress.values()].map(addressOf),
  ]
  return filesForMachines(site.input, addresses.toSorted(compareText), redirectsOf(site))
}

/** A file of the media folder, as it is and in smaller sizes. */
export interface MediaOnSite {
  path: string
  media: string
  sizes: { path: string; width: number }[]
}

/** Of the media folder only what the site shows: `shown` by its pages, and the council's logo. The rest stays with the team. */
export function mediaFiles(site: SiteIndex, shown: Iterable<string>): MediaOnSite[] {
  const logo = mediaName(site.input.config.site.logo)
  const used = new Set([...shown, ...(logo === null ? [] : [logo])])
  return [...used].toSorted(compareText).flatMap(name => {
    const fact = site.input.media.get(name)
    if (fact?.trouble !== null) return []
    const sizes = (fact.sizes ?? []).map(width => ({ path: sizePath(name, width), width }))
    return [{ path: `media/${name}`, media: name, sizes }]
  })
}
