import { addressOf, sectionAddress, whatsNewAddress } from '../addresses.ts'
import { doorsOf, tasksFor } from '../doors.ts'
import { type LinkTo, linksFrom } from '../frame.ts'
import { type Html, html, type Piece } from '../html.ts'
import { inItsLanguage } from '../languages.ts'
import { framed, searchForm } from '../layout.ts'
import { factsOfHome } from '../schema-org.ts'
import { isStart, type SiteIndex, type SiteSection } from '../site-index.ts'
import { longDate } from '../words.ts'
import { doorList } from './door.ts'
import { taskList } from './tasks.ts'

/** How many of a section's pages home names before it leads to the section itself. */
const shownOnHome = 5

/** Home: what families come to do first, the council's own order of things after it. */
export function homePage(site: SiteIndex): string {
  const to = linksFrom({ address: '/' })
  const { council } = site.input.config
  const doors = doorsOf(site)
  return framed(site, {
    address: '/',
    ownSearch: true,
    title: site.name,
    description: `Information and support for children and young people with special educational needs or disabilities${council === '' ? '' : `, from ${council}`}.`,
    facts: url => factsOfHome(site, url),
    main: html`<div class="home-intro">
<h1 class="govuk-heading-xl">${site.name}</h1>
<p class="govuk-body-l">Information and support for children and young people aged 0 to 25 with special educational needs or disabilities (SEND), and for their families.</p>
${searchForm(to, 'home')}
</div>
${doors.length > 1 && html`<nav aria-label="Who you are">\n${doorList(doors, to)}</nav>\n`}${worries(site, to) ?? startHere(site, to)}
${news(site, to)}${topics(site, to)}
${directory(site, to)}`,
  })
}

/** Null where the team has not written down yet what families ask. */
function worries(site: SiteIndex, to: LinkTo): Html | null {
  const tasks = tasksFor(site, null)
  if (tasks.length === 0) return null
  return html`<section aria-labelledby="tasks">
<h2 class="govuk-heading-l" id="tasks">What is on your mind?</h2>
${taskList(site, tasks, to)}</section>`
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

/** A link to all of them where some are left out: nobody should think that five pages are everything. */
function topic(section: SiteSection, to: LinkTo): Html {
  const pages = section.pages.filter(page => !isStart(page))
  const shown = pages.slice(0, shownOnHome)
  return html`<div class="card"><h3 class="govuk-heading-m"><a class="govuk-link" href="${to(sectionAddress(section.slug))}">${section.title}</a></h3>
${section.summary !== '' && html`<p class="govuk-body">${section.summary}</p>\n`}${
  shown.length > 0 &&
  html`<ul class="govuk-list">${shown.map(page => html`<li><a class="govuk-link" href="${to(addressOf(page))}">${page.fields.title}</a></li>`)}</ul>`
}${
  pages.length > shown.length &&
  html`<p class="govuk-body"><a class="govuk-link" href="${to(sectionAddress(section.slug))}">All ${section.pages.length} pages<span class="govuk-visually-hidden"> about ${section.title}</span></a></p>`
}</div>
`
}

const newsOnHome = 3

function news(site: SiteIndex, to: LinkTo): Piece {
  if (site.news.length === 0) return null
  return html`<section class="home-news" aria-labelledby="new">
<h2 class="govuk-heading-l" id="new">What’s new</h2>
<ul class="govuk-list govuk-list--spaced">
${site.news.slice(0, newsOnHome).map(({ on, entry }) => html`<li><a class="govuk-link" href="${to(addressOf(entry))}"${inItsLanguage(entry)}>${entry.fields.title}</a> <span class="kind">${longDate(on)}</span></li>\n`)}</ul>
<p class="govuk-body"><a class="govuk-link" href="${to(whatsNewAddress)}">Everything that is new</a></p>
</section>
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
