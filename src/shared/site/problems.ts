import { type Entry, linksOf, mediaOf, type Page, type Service } from '../content/index.ts'
import type { SiteInput, SiteProblem } from './input.ts'
import { isOurs, mediaName, resolve } from './links.ts'
import { type SiteIndex, siteIndex } from './site-index.ts'

/** What keeps one entry off the site: a link or a picture that leads nowhere, or an address that cannot be. */
export function problemsOf(input: SiteInput, id: string): SiteProblem[] {
  return problemsIn(siteIndex(input), id)
}

/** The same, for whoever asks about many entries of one site. */
export function problemsIn(site: SiteIndex, id: string): SiteProblem[] {
  const noPlace = [...site.withoutPlace].filter(([entry]) => entry.fields.id === id).map(([, sentence]) => sentence)
  const entry = site.byId.get(id)
  const others =
    entry === undefined ? [] : [...titleTrouble(entry), ...linkTrouble(site, entry), ...mediaTrouble(site, entry)]
  return [...noPlace, ...others].map(sentence => ({ page: id, sentence }))
}

/** A page without a title is a link without words everywhere else (WCAG 2.2 SC 2.4.2 and 2.4.4). */
function titleTrouble(entry: Entry): string[] {
  return entry.fields.title.trim() === '' ? ['It has no title.'] : []
}

function linkTrouble(site: SiteIndex, entry: Entry): string[] {
  return linksOf(entry.doc)
    .filter(link => isOurs(link.href) && mediaName(link.href) === null && resolve(site, link.href) === null)
    .map(
      link =>
        `The link “${link.text}” leads to a page that is not on the site. Approve that page too, or change the link.`,
    )
}

function mediaTrouble(site: SiteIndex, entry: Entry): string[] {
  const easyRead = entry.kind === 'page' && isOurs(entry.fields.easyRead) ? entry.fields.easyRead : null
  const { media } = site.input
  const names = mediaNamesOf(entry).flatMap(name =>
    media.has(name)
      ? unfitMedia(media, [name])
      : [`The file “${name}” is missing. Add it again under that name, or choose another on the page.`],
  )
  const lost = easyRead !== null && mediaName(easyRead) === null && resolve(site, easyRead) === null
  return lost ? [...names, 'The easy read version is not on the site. Approve it too, or choose another.'] : names
}

/** Of these files, those that are there and cannot go on the site, a sentence each. */
export function unfitMedia(media: SiteInput['media'], names: readonly string[]): string[] {
  return names.flatMap(name => {
    const trouble = media.get(name)?.trouble ?? null
    return trouble === null
      ? []
      : [`The file “${name}” cannot go on the site: it ${trouble}. Put a sound one in its place, or choose another.`]
  })
}

type WithMedia = Pick<Page, 'kind' | 'fields' | 'doc'> | Pick<Service, 'kind' | 'fields' | 'doc'>

/** Every file of the media folder that an entry shows or links to, once each, by name. */
export function mediaNamesOf(entry: WithMedia): string[] {
  const easyRead = entry.kind === 'page' ? [entry.fields.easyRead] : []
  const names = [...mediaOf(entry.doc), ...easyRead].flatMap(reference => mediaName(reference) ?? [])
  return [...new Set(names)]
}
