import { servicesAsCsv } from '../../directory/index.ts'
import { dataAddress, directoryAddress, openReferralFolder, sheetFile } from '../directory/addresses.ts'
import { linksFrom } from '../frame.ts'
import { html } from '../html.ts'
import type { TextFile } from '../input.ts'
import { framed } from '../layout.ts'
import { servicesOnPage } from '../open-referral/files.ts'
import type { SiteIndex } from '../site-index.ts'

/** What the directory is as data, for other websites and for councils; and what files on a web server are not. */
export function directoryDataPage(site: SiteIndex): string {
  const to = linksFrom({ address: dataAddress })
  const link = (path: string) => html`<a class="govuk-link" href="${to(`/${path}`)}">${path}</a>`
  const pages = Math.ceil(site.services.length / servicesOnPage)
  return framed(site, {
    address: dataAddress,
    title: 'Groups and services as data',
    description: 'The directory of groups and services as a spreadsheet, and in the form of Open Referral UK.',
    trail: [
      { title: 'Home', address: '/' },
      { title: 'Groups and services', address: directoryAddress },
    ],
    main: html`<h1 class="govuk-heading-xl">Groups and services as data</h1>
<p class="govuk-body-l">Everything in the directory, for other websites and for whoever works with it.</p>
<h2 class="govuk-heading-l">As a spreadsheet</h2>
<p class="govuk-body">${link(sheetFile)} has a row for each group or service, as CSV.</p>
<h2 class="govuk-heading-l">As Open Referral UK 3.0</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${link(`${openReferralFolder}services/all.json`)}: every service with everything that is known of it, in one file</li>
<li>${link(`${openReferralFolder}services/page-1.json`)}${pages > 1 && ` to page-${pages}.json`}: the list of services, up to ${servicesOnPage} on a page</li>
<li><code>${openReferralFolder}services/</code>, the id of a service, and <code>.json</code>: one service with its times, cost, place and who it is for</li>
<li>${link(`${openReferralFolder}taxonomies/page-1.json`)} and ${link(`${openReferralFolder}taxonomy_terms/page-1.json`)}: the words for needs and kinds of help</li>
<li>${link(`${openReferralFolder}index.json`)}: which version of the standard this is</li>
</ul>
<h2 class="govuk-heading-l">What these files cannot do</h2>
<p class="govuk-body">They have the form of the standard’s answers. They are files, and no service that answers questions:</p>
<ul class="govuk-list govuk-list--bullet">
<li>Nothing behind a question mark has an effect: no search, no choice by age, day, place or word, and no other number of services on a page. Take all of them, and choose yourself.</li>
<li>Addresses end in <code>.json</code>, and pages are numbered in the address. A program that builds the standard’s own addresses finds nothing there.</li>
<li>Whether another website’s script may read them is said by the web server that they stand on, not by the files.</li>
<li>When a service was last changed is not in them, only when its details were last assured.</li>
</ul>
<p class="govuk-body">Some things are in words because nobody wrote down more:</p>
<ul class="govuk-list govuk-list--bullet">
<li>Days and times are worked out from the words that families read, and are times in the United Kingdom. Where that cannot be done with certainty, as for every other week, there are the words alone.</li>
<li>Counties and points on a map are left out, and some postcodes are a first half alone.</li>
<li>The words for needs and kinds of help are this Local Offer’s own, and no national list.</li>
</ul>`,
  })
}

export function directorySheet(site: SiteIndex): TextFile {
  return { path: sheetFile, content: servicesAsCsv(site.services) }
}
