import type { Entry } from '../../content/index.ts'
import { addressOf, permanentAddress, siteUrl } from '../addresses.ts'
import { type Html, html, type Piece } from '../html.ts'
import { emailLink } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'
import { longDate } from '../words.ts'

/** When the page was last checked, whether it helped, and how to say that something on it is wrong. */
export function ending(site: SiteIndex, entry: Entry): Piece {
  // A service says above who assured it, which is the same look at it or a later one.
  const last = entry.kind === 'page' ? site.lastReviewed(entry) : null
  const { email } = site.input.config.contact
  const useful = isItUseful(site, entry)
  if (last === null && email === '' && useful === null) return null
  return html`<footer class="page-end" data-pagefind-ignore>
${useful}${last !== null && html`<p class="govuk-body page-facts">Last reviewed: <time datetime="${last}">${longDate(last)}</time></p>\n`}${email !== '' && html`<p class="govuk-body page-facts">Is something wrong or missing? Tell us: ${emailLink(email)}</p>\n`}</footer>
`
}

/** The team's own way to be told, and nobody else's: an email with the page's name in it, or the address of their form. */
function isItUseful(site: SiteIndex, entry: Entry): Html | null {
  const address = usefulAddress(site, entry)
  if (address === null) return null
  return html`<p class="govuk-body page-tools"><strong>Is this page useful?</strong> <a class="govuk-link" href="${address}">Tell us what helped or what is missing<span class="govuk-visually-hidden"> on this page</span></a></p>\n`
}

function usefulAddress(site: SiteIndex, entry: Entry): string | null {
  const { site: front, publish } = site.input.config
  const { title, id } = entry.fields
  if (/^https:\/\/\S+$/i.test(front.useful) && URL.canParse(front.useful)) {
    const form = new URL(front.useful)
    form.searchParams.set('page', addressOf(entry))
    return form.href
  }
  const email = /^[^\s@<>"'?&]+@[^\s@<>"'?&]+$/.exec(front.useful)?.[0]
  if (email === undefined) return null
  const url = siteUrl(publish.url)
  const where = url === null ? addressOf(entry) : `${url}${permanentAddress(id)}`
  const asked = `\n\n\nThe page: ${title}\n${where}`
  return `mailto:${email}?subject=${encodeURIComponent(`About “${title}”`.toWellFormed())}&body=${encodeURIComponent(asked.toWellFormed())}`
}
