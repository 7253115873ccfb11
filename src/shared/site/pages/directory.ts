import type { Service } from '../../content/index.ts'
import { addressOf } from '../addresses.ts'
import { type LinkTo, linksFrom } from '../frame.ts'
import { type Html, html, type Piece } from '../html.ts'
import { framed } from '../layout.ts'
import { compareText, type SiteIndex } from '../site-index.ts'
import { ageRange, inWords } from '../words.ts'

/** Every group and service, under its category; one that belongs to several stands under each. */
export function directoryPage(site: SiteIndex): string {
  const address = '/services/'
  const to = linksFrom({ address })
  const groups = byCategory(site.services)
  return framed(site, {
    address,
    title: 'Groups and services',
    description: 'Local groups, clubs, clinics and services for children and young people with SEND.',
    trail: [{ title: 'Home', address: '/' }],
    main: html`<h1 class="govuk-heading-xl">Groups and services</h1>
<p class="govuk-body-l">Local groups, clubs, clinics and services for children and young people with SEND.</p>
<p class="govuk-body">You can also find them by name in the <a class="govuk-link" href="${to('/a-to-z/')}">A to Z</a>.</p>
${contents(groups)}${groups.map(group => category(group, to))}`,
  })
}

interface Category {
  title: string
  anchor: string
  services: readonly Service[]
}

function byCategory(services: readonly Service[]): Category[] {
  const groups = new Map<string, Service[]>()
  for (const service of services) {
    const { categories } = service.fields
    for (const title of new Set(categories.length === 0 ? [other] : categories)) {
      groups.set(title, [...(groups.get(title) ?? []), service])
    }
  }
  return [...groups]
    .toSorted(([one], [two]) => Number(one === other) - Number(two === other) || compareText(one, two))
    .map(([title, members], index) => ({ title, anchor: `group-${index + 1}`, services: members }))
}

const other = 'Other'

function contents(groups: readonly Category[]): Piece {
  if (groups.length < 2) return null
  return html`<nav class="contents" aria-label="Kinds of groups and services">
<ul class="govuk-list">
${groups.map(group => html`<li><a class="govuk-link" href="#${group.anchor}">${group.title}</a> (${group.services.length})</li>\n`)}</ul>
</nav>
`
}

function category(group: Category, to: LinkTo): Html {
  return html`<section aria-labelledby="${group.anchor}">
<h2 class="govuk-heading-l" id="${group.anchor}">${group.title}</h2>
<ul class="page-list">
${group.services.map(service => html`<li><h3 class="govuk-heading-s"><a class="govuk-link" href="${to(addressOf(service))}">${service.fields.title}</a></h3>${brief(service)}</li>\n`)}</ul>
</section>
`
}

function brief(service: Service): Piece {
  const { summary, areas } = service.fields
  const line = [ageRange(service.fields), inWords(areas), service.fields.cost].filter(part => part !== '').join(' · ')
  return html`${summary !== '' && html`<p class="govuk-body">${summary}</p>`}${line !== '' && html`<p class="govuk-body-s">${line}</p>`}`
}
