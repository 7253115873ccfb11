import { tasksFor } from '../doors.ts'
import { type LinkTo, linksFrom } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { contactWays, framed, searchForm } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'
import { taskList } from './tasks.ts'
import { urgentHelp } from './urgent-help.ts'

/** Search runs in the reader's browser over an index that the build made. The script takes away the sentence that it needs
 * one, so a reader whose script is off, blocked or broken is told the way round. */
export function searchPage(site: SiteIndex): string {
  const address = '/search/'
  const to = linksFrom({ address })
  return framed(site, {
    address,
    title: 'Search',
    description: `Search ${site.name}.`,
    unlisted: true,
    ownSearch: true,
    script: 'search.js',
    trail: [{ title: 'Home', address: '/' }],
    main: html`<h1 class="govuk-heading-xl">Search</h1>
${searchForm(to, 'page')}
<p class="govuk-body" id="search-status" role="status">Search needs JavaScript. Without it, the <a class="govuk-link" href="${to('/a-to-z/')}">A to Z</a> lists every page.</p>
<ol class="page-list" id="search-results"></ol>
<p class="govuk-body" id="search-more" hidden><button class="govuk-button govuk-button--secondary" type="button">Show more results</button></p>
${otherWays(site, to)}
${urgentHelp(site, to)}`,
  })
}

/** What others come for is the best example of what to type, and the way on where nothing was found. */
const mostExamples = 3

function otherWays(site: SiteIndex, to: LinkTo): Html {
  const { contact } = site.input.config
  const tasks = tasksFor(site, null)
  const examples = tasks.slice(0, mostExamples).map(({ task }) => `“${task.says}”`)
  return html`<section id="search-others" aria-labelledby="others">
<h2 class="govuk-heading-m" id="others">Other ways to find it</h2>
<p class="govuk-body" id="search-examples">Type what you need in your own words${examples.length > 0 && `, such as ${examples.join(' or ')}`}. One or two words are enough.</p>
${tasks.length > 0 && taskList(site, tasks, to)}<p class="govuk-body">Look in the <a class="govuk-link" href="${to('/a-to-z/')}">A to Z</a> of every page${(contact.telephone !== '' || contact.email !== '') && html`, or ask us: ${contactWays(contact)}`}.</p>
</section>`
}
