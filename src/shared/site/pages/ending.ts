import { type Entry, type IsoDate, isoDateSchema } from '../../content/index.ts'
import { lastCheck } from '../../review/index.ts'
import { html, type Piece } from '../html.ts'
import { emailLink } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'
import { longDate } from '../words.ts'

/** When the page was last checked, and how to say that something on it is wrong. */
export function ending(site: SiteIndex, { fields }: Entry): Piece {
  const last = lastCheck(fields.review, site.input.checks.get(fields.id) ?? [], publishDay(site)).day
  const { email } = site.input.config.contact
  if (last === null && email === '') return null
  return html`<footer class="page-end" data-pagefind-ignore>
${last !== null && html`<p class="govuk-body page-facts">Last reviewed: <time datetime="${last}">${longDate(last)}</time></p>\n`}${email !== '' && html`<p class="govuk-body page-facts">Is something wrong or missing? Tell us: ${emailLink(email)}</p>\n`}</footer>
`
}

const endOfTime = isoDateSchema.parse('9999-12-31')

/** A site knows no clock: the day of a publish is its today. A stamp that names no day keeps no page from families. */
function publishDay({ input }: SiteIndex): IsoDate {
  return isoDateSchema.safeParse(input.stamp.at.slice(0, 10)).data ?? endOfTime
}
