import { type Entry, type HeadingOutline, headingsOf, ownWord, type Page, renderHtml } from '../../content/index.ts'
import { addressOf, sectionAddress } from '../addresses.ts'
import { titleOfEntry } from '../card.ts'
import { type Frame, type LinkTo, linksFrom, type Translation } from '../frame.ts'
import { type Html, html, type Piece, rendered } from '../html.ts'
import { inLanguage, isFromTheRight, languageName } from '../languages.ts'
import { framed } from '../layout.ts'
import { htmlContext, mediaName, type PreviewOptions, resolve } from '../links.ts'
import { factsOfPage } from '../schema-org.ts'
import { audienceNames, type SiteIndex } from '../site-index.ts'
import { translationsOf } from '../translations.ts'
import { formatAndSize } from '../words.ts'
import { ending } from './ending.ts'
import { lateNotice } from './late-notice.ts'

/** A contents list helps from this many main headings on; before that it only pushes the words down. */
const enoughForContents = 3

/** One page of the site, or its preview. */
export function articlePage(site: SiteIndex, page: Page, preview: PreviewOptions = {}): string {
  const address = addressOf(page)
  const { title, summary, language } = page.fields
  const trail = trailOf(site, page)
  const translations = translationsOf(site, page)
  const frame: Frame = {
    address,
    title,
    description: summary,
    searchable: true,
    card: titleOfEntry(site, page),
    trail,
    translations,
    facts: url => factsOfPage(site, page, trail, url),
    main: html``,
    ...(preview.root === undefined ? {} : { root: preview.root }),
  }
  const to = linksFrom(frame)
  const aside = relatedTo(site, page, to)
  const article = html`<article>
<h1 class="govuk-heading-xl"${inLanguage(language)}>${title}</h1>
${summary !== '' && html`<p class="govuk-body-l"${inLanguage(language)}>${summary}</p>\n`}${otherLanguages(page, translations, to)}${lateNotice(site, page)}${forWhom(page)}${easyRead(site, page, to)}${contents(page)}<div class="content"${inLanguage(language)}>
${rendered(renderHtml(page.doc, { ...htmlContext(site, to, page.doc, preview), language }))}
</div>
${ending(site, page)}</article>`
  const main = aside === null ? article : html`<div class="page-layout">\n${article}\n${aside}\n</div>`
  return framed(site, { ...frame, main })
}

function trailOf(site: SiteIndex, page: Page) {
  const section = site.sections.find(({ slug }) => slug === page.section)
  return [
    { title: 'Home', address: '/' },
    ...(section === undefined ? [] : [{ title: section.title, address: sectionAddress(section.slug) }]),
  ]
}

/** Each by its own name and in its own language, since that is what its readers look for. */
function otherLanguages(page: Page, translations: readonly Translation[], to: LinkTo): Piece {
  const others = translations.filter(({ address }) => address !== addressOf(page))
  if (others.length === 0) return null
  return html`<nav class="other-languages"${isFromTheRight(page.fields.language) && html` dir="rtl"`} aria-label="Other languages" data-pagefind-ignore>
<ul class="govuk-list">
${others.map(({ language, address }) => html`<li><a class="govuk-link" href="${to(address)}" hreflang="${language}"${inLanguage(language)}>${languageName(language)}</a></li>\n`)}</ul>
</nav>
`
}

function forWhom({ fields }: Page): Piece {
  if (fields.audience.length === 0) return null
  const names = [...new Set(fields.audience)].map(audience => audienceNames[audience])
  return html`<p class="govuk-body page-facts" data-pagefind-ignore>For: ${names.join(', ')}</p>\n`
}

function easyRead(site: SiteIndex, { fields }: Page, to: LinkTo): Piece {
  const address = fields.easyRead === '' ? null : resolve(site, fields.easyRead)
  if (address === null || !address.startsWith('/')) return null
  const name = mediaName(fields.easyRead)
  const fact = name === null ? undefined : site.input.media.get(name)
  const about = name === null || fact === undefined ? '' : ` (${formatAndSize(name, fact.bytes)})`
  return html`<p class="govuk-body" data-pagefind-ignore><a class="govuk-link easy-read" href="${to(address)}">Easy read version of this page${about}</a></p>\n`
}

function contents({ doc, fields }: Page): Piece {
  const main = headingsOf(doc).filter(heading => heading.level <= 2)
  if (main.length < enoughForContents) return null
  return html`<nav class="contents"${isFromTheRight(fields.language) && html` dir="rtl"`} aria-labelledby="on_this_page" data-pagefind-ignore>
<p class="govuk-body contents__title" id="on_this_page">${onThisPage(fields.language)}</p>
<ol class="govuk-list">
${main.map(heading => contentsLine(heading, fields.language))}</ol>
</nav>
`
}

function onThisPage(language: string): Html {
  const { words, own } = ownWord('On this page', language)
  return own ? html`<span${inLanguage(language)}>${words}</span>` : html`${words}`
}

function contentsLine(heading: HeadingOutline, language: string): Html {
  return html`<li><a class="govuk-link" href="#${heading.slug}"${inLanguage(language)}>${heading.text}</a></li>\n`
}

function relatedTo(site: SiteIndex, { fields }: Page, to: LinkTo): Html | null {
  const entries = [...new Set(fields.related)]
    .flatMap(id => site.byId.get(id) ?? [])
    .filter(({ fields: { id } }) => id !== fields.id)
  if (entries.length === 0) return null
  const pages = entries.filter(entry => entry.kind === 'page')
  const services = entries.filter(entry => entry.kind === 'service')
  return html`<aside class="page-aside" aria-label="Related" data-pagefind-ignore>
${linkList('Related pages', pages, to)}${linkList('Related groups and services', services, to)}</aside>`
}

function linkList(title: string, entries: readonly Entry[], to: LinkTo): Piece {
  if (entries.length === 0) return null
  return html`<h2 class="govuk-heading-s">${title}</h2>
<ul class="govuk-list">
${entries.map(entry => html`<li><a class="govuk-link" href="${to(addressOf(entry))}">${entry.fields.title}</a></li>\n`)}</ul>
`
}
