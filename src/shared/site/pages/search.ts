import { linksFrom } from '../frame.ts'
import { html } from '../html.ts'
import { framed, searchForm } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'

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
<p class="govuk-body">Not found it? Look in the <a class="govuk-link" href="${to('/a-to-z/')}">A to Z</a>.</p>`,
  })
}
