import type { Entry } from '../../content/index.ts'
import { html, type Piece } from '../html.ts'
import { contactWays } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'
import { longDate } from '../words.ts'

/** Where nobody has checked a page for long, families are told before they rely on it, and whom to ask. */
export function lateNotice(site: SiteIndex, entry: Entry): Piece {
  if (!site.input.late.has(entry.fields.id)) return null
  const { contact } = site.input.config
  const last = site.lastReviewed(entry)
  const since = last === null ? 'for a long time' : `since ${longDate(last)}`
  return html`<p class="govuk-inset-text" data-pagefind-ignore>We have not checked this page ${since}. Some of it may have changed.${(contact.telephone !== '' || contact.email !== '') && html` To be sure: ${contactWays(contact)}.`}</p>
`
}
