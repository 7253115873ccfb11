import { entryOf } from '../doors.ts'
import type { LinkTo } from '../frame.ts'
import { type Html, html, type Piece } from '../html.ts'
import { contactWays, telephoneLink } from '../layout.ts'
import { resolve } from '../links.ts'
import type { SiteIndex } from '../site-index.ts'
import { urgentWords } from '../urgent-words.ts'

/**
 * Who helps at once: two numbers that are the same all over England, and what the team names. It always stands on the
 * search page, for those without its script too; `search.js` puts it above the results of words that sound urgent, whether
 * or not anything is found. The words stand in the page, so that nothing has to be loaded first.
 */
export function urgentHelp(site: SiteIndex, to: LinkTo): Html {
  const { contact } = site.input.config
  const ours = named(site, to)
  const canRing = contact.telephone !== '' || contact.email !== ''
  return html`<section class="urgent" id="search-urgent" aria-labelledby="urgent" data-words="${urgentWords(site).join('|')}">
<h2 class="govuk-heading-m" id="urgent">If somebody is not safe now</h2>
<p class="govuk-body"><strong>If a life is in danger, ring ${telephoneLink('999')}.</strong> If you cannot cope, or fear that somebody will hurt themselves, ring NHS ${telephoneLink('111')} at any hour and choose the mental health option.</p>
${ours.length > 0 ? html`<ul class="govuk-list govuk-list--spaced">\n${ours}</ul>\n` : canRing && html`<p class="govuk-body">If it can wait until we are at work: ${contactWays(contact)}.</p>\n`}</section>`
}

function named(site: SiteIndex, to: LinkTo): Piece[] {
  return site.input.config.site.urgent.flatMap(urgent => {
    const entry = entryOf(site, urgent)
    const address = resolve(site, urgent.to)
    if (entry === undefined || address === null) return []
    const { title } = entry.fields
    const telephone = entry.kind === 'service' ? entry.fields.telephone : ''
    return html`<li>${urgent.says !== '' && html`${urgent.says}: `}<a class="govuk-link" href="${to(address)}">${title}</a>${telephone !== '' && html`, ${telephoneLink(telephone)}`}</li>\n`
  })
}
