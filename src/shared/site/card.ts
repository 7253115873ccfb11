import { derivedId, type Entry } from '../content/index.ts'
import { siteUrl } from './addresses.ts'
import { brandOf } from './look.ts'
import type { SiteIndex, SiteSection } from './site-index.ts'

/** The picture that messengers and social networks show beside a link to a page (Open Graph). */
export interface Card {
  /** Its name follows from all that it shows, so a changed title is a new picture everywhere, and an old one is never drawn again. */
  path: string
  alt: string
  words: CardWords
}

export interface CardWords {
  title: string
  /** Where on the site it stands; empty for what stands nowhere else. */
  topic: string
  /** Whose it is. */
  under: readonly string[]
}

export type CardTitle = Pick<CardWords, 'title' | 'topic'>

export function titleOfEntry(site: SiteIndex, entry: Entry): CardTitle {
  const { title } = entry.fields
  if (entry.kind === 'service') return { title, topic: 'Groups and services' }
  return { title, topic: site.sections.find(({ slug }) => slug === entry.section)?.title ?? '' }
}

export function titleOfSection({ title }: Pick<SiteSection, 'title'>): CardTitle {
  return { title, topic: '' }
}

/** Every one that a page of the site names. */
export function* cardsOf(site: SiteIndex): Generator<Card> {
  const titles = [
    null,
    ...site.sections.map(titleOfSection),
    ...[...site.byAddress.values()].map(entry => titleOfEntry(site, entry)),
  ]
  const given = new Set<string>()
  for (const title of titles) {
    const card = cardOf(site, title)
    if (card === null || given.has(card.path)) continue
    given.add(card.path)
    yield card
  }
}

/**
 * The picture of a page, or the site's own for one without a title of its own. A title in letters that the typeface has not got is shown
 * by the site's own too: boxes say nothing. None where nobody draws any, or where not even the site's name can be drawn.
 */
export function cardOf(site: SiteIndex, title: CardTitle | null): Card | null {
  const { input, name } = site
  const look = input.cards
  if (look === undefined || siteUrl(input.config.publish.url) === null) return null
  const council = drawn(input.config.council)
  const siteName = drawn(name)
  const own = title === null ? null : drawn(title.title)
  const under = (...names: (string | null)[]) => [...new Set(names.flatMap(each => each || []))]
  const words =
    title !== null && own
      ? { title: own, topic: drawn(title.topic) ?? '', under: under(siteName, council) }
      : siteName
        ? { title: siteName, topic: '', under: under(council) }
        : null
  if (words === null) return null
  const alt = [words.title, words.topic, ...words.under].filter(part => part !== '').join('. ')
  return { path: `assets/cards/${derivedId(JSON.stringify([look, brandOf(input.config), words]))}.png`, alt, words }
}

/** Letters of the typeface that are not in it, of those between the first and last that it has (resources/site/make-letters.ts). */
const notInTypeface = 'µĈĉĔĕĜĝĤĥĬĭĴĵĸĿŀŉŊŋŎŏŖŗŜŝŦŧŬŭſ'
const inTypeface = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f\u0218-\u021b\u1e80-\u1e85Ỳỳ–—‘’‚“”„•…‹›€™−]*$/u

/** Words as they can be drawn, without the little pictures that people put between them; null where they cannot. */
function drawn(words: string): string | null {
  const plain = words
    .normalize('NFC')
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, sign => ('©®™'.includes(sign) ? sign : ''))
    .replace(/\u2011/g, '-')
    .replace(/[\u00ad\u200b-\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const isDrawn = inTypeface.test(plain) && ![...plain].some(letter => notInTypeface.includes(letter))
  return isDrawn ? plain : null
}
