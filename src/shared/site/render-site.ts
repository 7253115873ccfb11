import type { Entry } from '../content/index.ts'
import { addressOf, fileOf, permanentAddress, sectionAddress, whatsNewAddress } from './addresses.ts'
import { doorAddress, doorsOf } from './doors.ts'
import { filesForMachines } from './for-machines.ts'
import type { SiteFile, SiteInput } from './input.ts'
import { mediaName, type PreviewOptions } from './links.ts'
import { aToZPage } from './pages/a-to-z.ts'
import { accessibilityPage } from './pages/accessibility.ts'
import { articlePage } from './pages/article.ts'
import { directoryFiles, directoryPages } from './pages/directory.ts'
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
import { byTitle, compareText, type SiteIndex, siteIndex } from './site-index.ts'
import { workingAddress } from './working-on.ts'

/**
 * Every file of the site, one after the other, except its theme (resources/site) and its search index. The same input
 * gives the same files in the same order. A link or picture that leads nowhere is left out here, and its words stay:
 * whether such a page may go on the site at all is asked of `problemsOf` before.
 */
export function* renderSite(input: SiteInput): Generator<SiteFile> {
  const site = siteIndex(input)
  const entries = [...site.byAddress.values()].toSorted(byTitle)
  for (const entry of entries) {
    const address = addressOf(entry)
    yield { path: fileOf(address), content: entryPage(site, entry), searchAs: address }
    yield redirectFile(site, permanentAddress(entry.fields.id), address)
  }
  const others = pagesOfTheSite(site)
  for (const [address, content] of others) yield { path: fileOf(address), content }
  yield { path: '404.html', content: notFoundPage(site) }
  yield searchWordsFile(site)
  yield* newsFeed(site)
  yield* directoryFiles(site)
  yield* mediaFiles(site)
  const redirects = redirectsOf(site)
  for (const { from, to } of redirects) yield redirectFile(site, from, to)
  const listed = [...others.map(([address]) => address), ...entries.map(addressOf)].filter(a => a !== '/search/')
  yield* filesForMachines(input, listed.toSorted(compareText), redirects)
}

/** One page or service as it will stand on the site; null when the input has no such entry. */
export function renderPage(input: SiteInput, id: string, preview: PreviewOptions = {}): string | null {
  const site = siteIndex(input)
  const entry = site.byId.get(id)
  return entry === undefined ? null : entryPage(site, entry, preview)
}

function entryPage(site: SiteIndex, entry: Entry, preview?: PreviewOptions): string {
  return entry.kind === 'page' ? articlePage(site, entry, preview) : servicePage(site, entry, preview)
}

function pagesOfTheSite(site: SiteIndex): [address: string, content: string][] {
  return [
    ['/', homePage(site)],
    ...site.sections.map((section): [string, string] => [sectionAddress(section.slug), sectionPage(site, section)]),
    ...doorsOf(site).map((door): [string, string] => [doorAddress(door), doorPage(site, door)]),
    ...directoryPages(site),
    ...(site.news.length > 0 ? [[whatsNewAddress, whatsNewPage(site)] as [string, string]] : []),
    ...workingOn(site),
    ['/a-to-z/', aToZPage(site)],
    ['/search/', searchPage(site)],
    ['/accessibility/', accessibilityPage(site)],
    ...(site.input.answers.length > 0 ? [[youSaidAddress, youSaidPage(site)] as [string, string]] : []),
  ]
}

function workingOn(site: SiteIndex): [address: string, content: string][] {
  const gaps = site.working
  if (gaps.length === 0) return []
  return [
    [workingAddress, workingOnPage(site)],
    ...gaps.map((gap): [string, string] => [gap.address, gapPage(site, gap)]),
  ]
}

function redirectFile(site: SiteIndex, from: string, to: string): SiteFile {
  return { path: fileOf(from), content: redirectPage(site, from, to) }
}

/** Only what a page on the site uses; the rest of the media folder stays with the team. */
function* mediaFiles(site: SiteIndex): Generator<SiteFile> {
  const { logo } = site.input.config.site
  const used = new Set([...[...site.byId.values()].flatMap(mediaNamesOf), mediaName(logo) ?? ''])
  for (const name of [...used].toSorted(compareText)) {
    const fact = site.input.media.get(name)
    if (fact?.trouble === null) yield { path: `media/${name}`, content: { media: name } }
  }
}
