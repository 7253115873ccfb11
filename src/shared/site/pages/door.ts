import type { Audience } from '../../content/index.ts'
import { addressOf, sectionAddress } from '../addresses.ts'
import { doorAddress, doorNames, doorsOf, isFor, tasksFor } from '../doors.ts'
import { type LinkTo, linksFrom } from '../frame.ts'
import { type Html, html, type Piece } from '../html.ts'
import { framed, searchForm } from '../layout.ts'
import { audienceNames, type SiteIndex, type SiteSection } from '../site-index.ts'
import { taskList } from './tasks.ts'

/** The same pages, in the order and with the words of whoever came in by this door. */
export function doorPage(site: SiteIndex, audience: Audience): string {
  const address = doorAddress(audience)
  const to = linksFrom({ address })
  const who = audienceNames[audience]
  const tasks = tasksFor(site, audience)
  const sections = site.sections.map(section => ({ ...section, pages: section.pages.filter(p => isFor(p, audience)) }))
  return framed(site, {
    address,
    ownSearch: true,
    title: `For ${who}`,
    description: `What ${site.name} has for ${who}.`,
    trail: [{ title: 'Home', address: '/' }],
    main: html`<h1 class="govuk-heading-xl">For ${who}</h1>
${searchForm(to, 'page')}
${
  tasks.length > 0 &&
  html`<section aria-labelledby="tasks">
<h2 class="govuk-heading-l" id="tasks">${headings[audience]}</h2>
${taskList(site, tasks, to)}</section>
`
}${sections.filter(({ pages }) => pages.length > 0).map(section => pagesOf(section, to))}${others(site, audience, to)}`,
  })
}

const headings: Readonly<Record<Audience, string>> = {
  parents: 'What is on your mind?',
  'young-people': 'What do you want to do?',
  professionals: 'What do you need for the families you work with?',
}

function pagesOf({ slug, title, pages }: SiteSection, to: LinkTo): Html {
  return html`<section aria-labelledby="section-${slug}">
<h2 class="govuk-heading-m" id="section-${slug}"><a class="govuk-link" href="${to(sectionAddress(slug))}">${title}</a></h2>
<ul class="govuk-list link-columns">
${pages.map(page => html`<li><a class="govuk-link" href="${to(addressOf(page))}">${page.fields.title}</a></li>\n`)}</ul>
</section>
`
}

/** Nobody is locked in: whoever took the wrong door is one step from the right one. */
function others(site: SiteIndex, audience: Audience, to: LinkTo): Piece {
  const doors = doorsOf(site).filter(other => other !== audience)
  if (doors.length === 0) return null
  return html`<nav aria-label="Others">
${doorList(doors, to)}</nav>`
}

export function doorList(doors: readonly Audience[], to: LinkTo): Html {
  return html`<ul class="doors">
${doors.map(door => html`<li><a class="govuk-link" href="${to(doorAddress(door))}">${doorNames[door]}</a></li>\n`)}</ul>
`
}
