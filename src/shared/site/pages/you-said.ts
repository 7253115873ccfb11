import type { PublicAnswer } from '../../feedback/index.ts'
import { addressOf } from '../addresses.ts'
import { type LinkTo, linksFrom } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { contactWays, framed } from '../layout.ts'
import { compareText, type SiteIndex } from '../site-index.ts'
import { longDate } from '../words.ts'

export const youSaidAddress = '/you-said-we-did/'

/**
 * What families said and what was done about it, by year and theme, beside the Local Offer itself and for as long as it
 * stands there. SEND Regulations 2014, reg 56(2) and (3).
 */
export function youSaidPage(site: SiteIndex): string {
  const to = linksFrom({ address: youSaidAddress })
  const years = [...Map.groupBy(site.input.answers, answer => answer.received.slice(0, 4))].toSorted(([a], [b]) =>
    compareText(b, a),
  )
  const { name, contact } = { name: site.name, contact: site.input.config.contact }
  return framed(site, {
    address: youSaidAddress,
    title: 'You said, we did',
    description: `What families told us about ${name}, and what we did.`,
    trail: [{ title: 'Home', address: '/' }],
    main: html`<h1 class="govuk-heading-xl">You said, we did</h1>
<p class="govuk-body-l">What families told us about ${name}, and what we did about it.</p>
${contact.email !== '' || contact.telephone !== '' ? html`<p class="govuk-body">You can tell us what you think at any time. ${contactWays(contact)}. We leave out names, so that nobody can be recognised.</p>\n` : ''}${years.map(
  ([year, answers]) => html`<section aria-labelledby="year-${year}">
<h2 class="govuk-heading-l" id="year-${year}">${year}</h2>
${themesOf(answers).map(
  ([theme, own]) =>
    html`${theme !== '' && html`<h3 class="govuk-heading-m">${theme}</h3>\n`}${own.map(answer => oneAnswer(site, to, answer))}`,
)}</section>
`,
)}`,
  })
}

/** By theme, those without one last; within it the newest first. */
function themesOf(answers: readonly PublicAnswer[]): [string, PublicAnswer[]][] {
  const newest = answers.toSorted((a, b) => compareText(b.received, a.received) || compareText(a.id, b.id))
  const themes = [...Map.groupBy(newest, answer => answer.theme)]
  const others = themes.length > 1 ? 'Other comments' : ''
  return themes
    .toSorted(([a], [b]) => Number(a === '') - Number(b === '') || compareText(a, b))
    .map(([theme, own]) => [theme || others, own])
}

function oneAnswer(site: SiteIndex, to: LinkTo, { received, said, did, pages }: PublicAnswer): Html {
  const about = pages.flatMap(id => site.byId.get(id) ?? [])
  return html`<div class="you-said">
<p class="govuk-body"><strong>You said</strong> <span class="kind">${longDate(received).replace(/^\d+ /, '')}</span></p>
${paragraphs(said)}<p class="govuk-body"><strong>We did</strong></p>
${paragraphs(did)}${about.length > 0 && html`<p class="govuk-body">About ${about.map((entry, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${to(addressOf(entry))}">${entry.fields.title}</a>`)}</p>\n`}</div>
`
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n+/)
    .filter(line => line.trim() !== '')
    .map(line => html`<p class="govuk-body">${line}</p>\n`)
}
