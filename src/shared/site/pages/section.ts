import { addressOf, sectionAddress } from '../addresses.ts'
import { titleOfSection } from '../card.ts'
import { linksFrom } from '../frame.ts'
import { html } from '../html.ts'
import { framed } from '../layout.ts'
import type { SiteIndex, SiteSection } from '../site-index.ts'

/** All pages of one section, its start-here page first. */
export function sectionPage(site: SiteIndex, section: SiteSection): string {
  const address = sectionAddress(section.slug)
  const to = linksFrom({ address })
  return framed(site, {
    address,
    title: section.title,
    description: section.summary,
    card: titleOfSection(section),
    trail: [{ title: 'Home', address: '/' }],
    main: html`<h1 class="govuk-heading-xl">${section.title}</h1>
${section.summary !== '' && html`<p class="govuk-body-l">${section.summary}</p>\n`}<ul class="page-list">
${section.pages.map(page => html`<li><h2 class="govuk-heading-m"><a class="govuk-link" href="${to(addressOf(page))}">${page.fields.title}</a></h2>${page.fields.summary !== '' && html`<p class="govuk-body">${page.fields.summary}</p>`}</li>\n`)}</ul>`,
  })
}
