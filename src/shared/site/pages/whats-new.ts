import { addressOf, permanentAddress, siteUrl, whatsNewAddress } from '../addresses.ts'
import { linksFrom } from '../frame.ts'
import { escapeHtml, html } from '../html.ts'
import type { TextFile } from '../input.ts'
import { inItsLanguage } from '../languages.ts'
import { framed } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'
import { longDate } from '../words.ts'

const feedPath = 'whats-new/feed.xml'

export function whatsNewPage(site: SiteIndex): string {
  const to = linksFrom({ address: whatsNewAddress })
  const url = siteUrl(site.input.config.publish.url)
  return framed(site, {
    address: whatsNewAddress,
    title: 'What’s new',
    description: `What came to ${site.name} lately, and what changed.`,
    trail: [{ title: 'Home', address: '/' }],
    ...(url === null ? {} : { feed: `/${feedPath}` }),
    main: html`<h1 class="govuk-heading-xl">What’s new</h1>
${[...Map.groupBy(site.news, ({ on }) => on)].map(
  ([on, own]) => html`<section aria-labelledby="day-${on}">
<h2 class="govuk-heading-m" id="day-${on}">${longDate(on)}</h2>
<ul class="page-list">
${own.map(({ entry, isNew }) => html`<li><p class="govuk-body"><a class="govuk-link" href="${to(addressOf(entry))}"${inItsLanguage(entry)}>${entry.fields.title}</a> <span class="kind">${isNew ? 'new' : 'changed'}</span></p>${entry.fields.summary !== '' && html`<p class="govuk-body"${inItsLanguage(entry)}>${entry.fields.summary}</p>`}</li>\n`)}</ul>
</section>
`,
)}${url !== null && html`<p class="govuk-body"><a class="govuk-link" href="${to(`/${feedPath}`)}">Follow this page in a feed reader (Atom)</a></p>`}`,
  })
}

/** RFC 4287. Each entry is known by the page's permanent address and the day, so that a reader tells it once. */
export function newsFeed(site: SiteIndex): TextFile[] {
  const url = siteUrl(site.input.config.publish.url)
  const [newest] = site.news
  if (url === null || newest === undefined) return []
  const entries = site.news.map(({ on, entry, isNew }) => {
    const { id, title, summary } = entry.fields
    return `<entry>
<id>${escapeHtml(`${url}${permanentAddress(id)}#${on}`)}</id>
<title>${escapeHtml(title)}</title>
<link href="${escapeHtml(`${url}${addressOf(entry)}`)}"/>
<updated>${on}T00:00:00Z</updated>
<summary>${escapeHtml(`${isNew ? 'New' : 'Changed'}${summary === '' ? '' : `: ${summary}`}`)}</summary>
</entry>
`
  })
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escapeHtml(`${url}${whatsNewAddress}`)}</id>
<title>${escapeHtml(`What’s new – ${site.name}`)}</title>
<link href="${escapeHtml(`${url}${whatsNewAddress}`)}"/>
<link rel="self" href="${escapeHtml(`${url}/${feedPath}`)}"/>
<author><name>${escapeHtml(site.input.config.council || site.name)}</name></author>
<updated>${newest.on}T00:00:00Z</updated>
${entries.join('')}</feed>
`
  return [{ path: feedPath, content }]
}
