import { addressOf, sectionAddress } from '../addresses.ts'
import { type Html, html, type Piece } from '../html.ts'
import { type Frame, framed, type LinkTo, linksFrom, searchForm } from '../layout.ts'
import { isStart, type SiteIndex, type SiteSection } from '../site-index.ts'

/** How many of a section's pages home names before it leads to the section itself. */
const shownOnHome = 5

/** Home: what families come to do first, the council's own order of things after it. */
export function homePage(site: SiteIndex): string {
  const to = linksFrom({ address: '/' })
  const { council } = site.input.config
  const frame: Frame = {
    address: '/',
    title: site.name,
    description: `Information and support for children and young people with special educational needs or disabilities${council === '' ? '' : `, from ${council}`}.`,
    main: html`<div class="home-intro">
<h1 class="govuk-heading-xl">${site.name}</h1>
<p class="govuk-body-l">Information and support for children and young people aged 0 to 25 with special educational needs or disabilities (SEND), and for their families.</p>
${searchForm(to, 'home')}
</div>
${startHere(site, to)}
${topics(site, to)}
${directory(site, to)}`,
  }
  return framed(site, frame)
}

function startHere(site: SiteIndex, to: LinkTo): Piece {
  const starts = site.sections.flatMap(section => section.pages.filter(isStart))
  if (starts.length === 0) return null
  return html`<section aria-labelledby="start-here">
<h2 class="govuk-heading-l" id="start-here">Start here</h2>
<ul class="cards">
${starts.map(page => html`<li class="card card--start"><h3 class="govuk-heading-m"><a class="govuk-link" href="${to(addressOf(page))}">${page.fields.title}</a></h3>${page.fields.summary !== '' && html`<p class="govuk-body">${page.fields.summary}</p>`}</li>\n`)}</ul>
</section>`
}

function topics(site: SiteIndex, to: LinkTo): Piece {
  if (site.sections.length === 0) return null
  return html`<section aria-labelledby="topics">
<h2 class="govuk-heading-l" id="topics">Find information by topic</h2>
<div class="cards">
${site.sections.map(section => topic(section, to))}</div>
</section>`
}

function topic(section: SiteSection, to: LinkTo): Html {
  const pages = section.pages.filter(page => !isStart(page)).slice(0, shownOnHome)
  return html`<div class="card"><h3 class="govuk-heading-m"><a class="govuk-link" href="${to(sectionAddress(section.slug))}">${section.title}</a></h3>
${section.summary !== '' && html`<p class="govuk-body">${section.summary}</p>\n`}${
  pages.length > 0 &&
  html`<ul class="govuk-list">${pages.map(page => html`<li><a class="govuk-link" href="${to(addressOf(page))}">${page.fields.title}</a></li>`)}</ul>`
}</div>
`
}

function directory(site: SiteIndex, to: LinkTo): Piece {
  const count = site.services.length
  if (count === 0) return null
  return html`<section class="home-directory" aria-labelledby="groups">
<h2 class="govuk-heading-l" id="groups">Find groups, clubs and services</h2>
<p class="govuk-body">${count === 1 ? 'One local group or service' : `${count} local groups, clubs and services`} for children and young people with SEND: what they do, who they are for and how to get in touch.</p>
<p class="govuk-body"><a class="govuk-link" href="${to('/services/')}">See all groups and services</a></p>
</section>`
}
