import { linksFrom } from '../frame.ts'
import { html, type Piece } from '../html.ts'
import { contactWays, framed } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'
import { type StillWorking, workingAddress } from '../working-on.ts'

const title = 'What we are working on'

/** What families do not find here yet: said before they have looked for it in vain. */
export function workingOnPage(site: SiteIndex): string {
  const to = linksFrom({ address: workingAddress })
  return framed(site, {
    address: workingAddress,
    title,
    description: `What is not on ${site.name} yet, and what you can do until it is.`,
    trail: [{ title: 'Home', address: '/' }],
    main: html`<h1 class="govuk-heading-xl">${title}</h1>
<p class="govuk-body-l">What is not on ${site.name} yet, and what you can do until it is.</p>
<ul class="page-list">
${site.working.map(gap => html`<li><h2 class="govuk-heading-m"><a class="govuk-link" href="${to(gap.address)}">${gap.says}</a></h2></li>\n`)}</ul>`,
  })
}

/** One thing that is missing, and what families can do until it is there. */
export function gapPage(site: SiteIndex, gap: StillWorking): string {
  return framed(site, {
    address: gap.address,
    title: gap.says,
    description: `This is not on ${site.name} yet. We are working on it.`,
    searchable: true,
    trail: [
      { title: 'Home', address: '/' },
      { title, address: workingAddress },
    ],
    main: html`<h1 class="govuk-heading-xl">${gap.says}</h1>
<p class="govuk-body-l">This is not on ${site.name} yet. We are working on it.</p>
${paragraphs(gap.until)}${help(site)}`,
  })
}

function paragraphs(text: string): Piece {
  const lines = text.split(/\n+/).filter(line => line.trim() !== '')
  if (lines.length === 0) return null
  return html`<h2 class="govuk-heading-l">What you can do now</h2>
${lines.map(line => html`<p class="govuk-body">${line}</p>\n`)}`
}

function help(site: SiteIndex): Piece {
  const { contact } = site.input.config
  if (contact.telephone === '' && contact.email === '') return null
  return html`<p class="govuk-body"><strong>Need it sooner?</strong> ${contactWays(contact)}.</p>`
}
