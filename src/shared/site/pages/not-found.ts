import { basePath } from '../addresses.ts'
import { linksFrom } from '../frame.ts'
import { html } from '../html.ts'
import { framed, searchForm } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'

/** Shown by the web host at any address that does not exist, so its links start at the site's root. */
export function notFoundPage(site: SiteIndex): string {
  const root = basePath(site.input.config.publish.url)
  const to = linksFrom({ address: '/404.html', root })
  return framed(site, {
    address: '/404.html',
    root,
    title: 'Page not found',
    description: 'Search, or look in the A to Z.',
    unlisted: true,
    ownSearch: true,
    main: html`<h1 class="govuk-heading-xl">Page not found</h1>
<p class="govuk-body-l">The page may have moved, or the address may have a mistake in it.</p>
${searchForm(to, 'page')}
<p class="govuk-body">Or look in the <a class="govuk-link" href="${to('/a-to-z/')}">A to Z</a>, or start again from the <a class="govuk-link" href="${to('/')}">home page</a>.</p>`,
  })
}
