import { renderHtml, type Service } from '../../content/index.ts'
import { lastDayIn } from '../../directory/index.ts'
import { addressOf } from '../addresses.ts'
import { titleOfEntry } from '../card.ts'
import { assuredWords, lastAssured } from '../directory/assured.ts'
import { type Frame, linksFrom } from '../frame.ts'
import { type Html, html, outsideAddress, type Piece, rendered } from '../html.ts'
import { emailLink, framed, telephoneLink } from '../layout.ts'
import { htmlContext, type PreviewOptions } from '../links.ts'
import { factsOfService } from '../schema-org.ts'
import type { SiteIndex } from '../site-index.ts'
import { ageRange, inWords } from '../words.ts'
import { ending } from './ending.ts'
import { lateNotice } from './late-notice.ts'

/** One entry of the directory: what it is, who may come, how to get in touch. */
export function servicePage(site: SiteIndex, service: Service, preview: PreviewOptions = {}): string {
  const { title, summary, organization } = service.fields
  const trail = [
    { title: 'Home', address: '/' },
    { title: 'Groups and services', address: '/services/' },
  ]
  const frame: Frame = {
    address: addressOf(service),
    title,
    description: summary,
    searchable: true,
    card: titleOfEntry(site, service),
    trail,
    facts: url => factsOfService(site, service, trail, url),
    // A preview has the page's words and no program.
    ...(lastDayIn(service.fields.schedule) === null || preview.root !== undefined
      ? {}
      : { script: 'over.js' as const }),
    main: html``,
    ...(preview.root === undefined ? {} : { root: preview.root }),
  }
  const to = linksFrom(frame)
  return framed(site, {
    ...frame,
    main: html`<article>
<h1 class="govuk-heading-xl">${title}</h1>
${organization !== '' && organization !== title && html`<p class="govuk-body page-facts">Run by ${organization}</p>\n`}${summary !== '' && html`<p class="govuk-body-l">${summary}</p>\n`}${lateNotice(site, service)}<div class="content">
${rendered(renderHtml(service.doc, htmlContext(site, to, service.doc, preview)))}
</div>
${facts(service)}${assured(site, service)}${ending(site, service)}</article>`,
  })
}

function facts(service: Service): Piece {
  const rows = factsOf(service).filter(([, value]) => value !== '' && value !== null)
  if (rows.length === 0) return null
  return html`<dl class="govuk-summary-list">
${rows.map(
  ([name, value]) => html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${name}</dt>
<dd class="govuk-summary-list__value">${value}</dd></div>\n`,
)}</dl>
`
}

function factsOf({ fields }: Service): [string, Html | string | null][] {
  const place = [fields.address, fields.postcode].filter(part => part !== '').join(', ')
  return [
    ['Telephone', fields.telephone === '' ? null : telephoneLink(fields.telephone)],
    ['Email', fields.email === '' ? null : emailLink(fields.email)],
    ['Website', website(fields.url)],
    ['Where', place],
    ['Area', inWords(fields.areas)],
    ['Age', ageRange(fields)],
    ['For', capital(inWords(fields.needs))],
    ['When', when(fields.schedule)],
    ['Cost', fields.cost],
    ['Who can come', fields.eligibility],
    ['How to apply', fields.application_process],
    ['Who can refer you', fields.referral],
  ]
}

/** A value that stands by itself begins like a sentence. */
function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The script says here that it is over, once it is. */
function when(schedule: string): Html | string {
  const lastDay = lastDayIn(schedule)
  return lastDay === null ? schedule : html`<span data-last-day="${lastDay}">${schedule}</span>`
}

/** The host says where the link goes; a whole address would run off a phone's screen. */
function website(url: string): Html | null {
  const address = outsideAddress(url)
  if (address === null || !/^https?:/.test(address)) return null
  return html`<a class="govuk-link" href="${address}" rel="external">${new URL(address).hostname.replace(/^www\./, '')}</a>`
}

function assured(site: SiteIndex, service: Service): Piece {
  if (lastAssured(site, service) === null) return null
  return html`<p class="govuk-body page-facts" data-pagefind-ignore>${assuredWords(site, service)}.</p>\n`
}
