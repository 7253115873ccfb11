import { type Directory, directoryOf, type Group, type Listed, lastDayIn, listServices } from '../../directory/index.ts'
import { choiceAddress, dataAddress, directoryAddress, type View, views } from '../directory/addresses.ts'
import { columns, listItem, sheetEntry, tableRow } from '../directory/entries.ts'
import { browse, finder, otherViews, sizeOf } from '../directory/finder.ts'
import { type Crumb, type LinkTo, linksFrom } from '../frame.ts'
import { type Html, html, type Piece } from '../html.ts'
import type { TextFile } from '../input.ts'
import { framed } from '../layout.ts'
import { openReferralFiles } from '../open-referral/files.ts'
import type { SiteIndex } from '../site-index.ts'
import { directoryDataPage, directorySheet } from './directory-data.ts'

/** The same as data, for other programs: a spreadsheet, and Open Referral UK. */
export function directoryFiles(site: SiteIndex): TextFile[] {
  if (site.services.length === 0) return []
  const listed = listServices(site.services, site.input.config.council)
  return [directorySheet(site), ...openReferralFiles(site, listed)]
}

const title = 'Groups and services'
const description = 'Local groups, clubs, clinics and services for children and young people with SEND.'
const home: Crumb = { title: 'Home', address: '/' }
const directory: Crumb = { title, address: directoryAddress }

/**
 * The directory: every service as a list, a table and a sheet to print, and a page for each choice. All of them stand in
 * the page as they are; the script only hides those that were not asked for, and puts the nearest first.
 */
export function directoryPages(site: SiteIndex): [address: string, content: string][] {
  return placesIn(site).map(([address, content]) => [address, content()])
}

/** Where they stand, without what is on them. */
export function directoryAddresses(site: SiteIndex): string[] {
  return placesIn(site).map(([address]) => address)
}

function placesIn(site: SiteIndex): [address: string, content: () => string][] {
  if (!site.has.services) return []
  const all = directoryOf(site.services, site.input.config.council)
  return [
    ...(['list', 'table', 'sheet'] as const).map((view): [string, () => string] => [
      views[view].address,
      () => viewPage(site, view, all),
    ]),
    [dataAddress, () => directoryDataPage(site)],
    ...[...all.groups.values()]
      .flat()
      .map((group): [string, () => string] => [
        choiceAddress(group.facet.name, group.choice),
        () => choicePage(site, group),
      ]),
  ]
}

const inForm: Readonly<Record<View, string>> = { list: '', table: ' as a table', sheet: ', to print' }

function viewPage(site: SiteIndex, view: View, all: Directory): string {
  const { address } = views[view]
  const { listed } = all
  const to = linksFrom({ address })
  return framed(site, {
    address,
    title: `${title}${inForm[view]}`,
    description,
    script: 'directory.js',
    trail: view === 'list' ? [home] : [home, directory],
    main: html`<h1 class="govuk-heading-xl">${title}${inForm[view]}</h1>
${view === 'list' && html`<p class="govuk-body-l">${description}</p>\n`}${finder(all)}${view === 'list' && browse(all, to)}<h2 class="govuk-visually-hidden">Services</h2>
${otherViews(view, to)}<p class="govuk-body found" id="found" role="status">${howMany(listed.length)}</p>
${services(site, view, listed, to)}
<p class="govuk-body"><a class="govuk-link" href="${to(dataAddress)}">Groups and services as data</a></p>`,
  })
}

function services(site: SiteIndex, view: View, listed: readonly Listed[], to: LinkTo): Html {
  if (view === 'list') return list(site, listed, to)
  if (view === 'sheet') {
    return html`<ul class="sheet" data-services>
${listed.map(one => sheetEntry(site, one))}</ul>`
  }
  return html`<div class="table-wrap" role="region" aria-label="Groups and services" tabindex="0"><table class="govuk-table services-table">
<thead class="govuk-table__head"><tr class="govuk-table__row">${columns.map(name => html`<th class="govuk-table__header" scope="col">${name}</th>`)}</tr></thead>
<tbody class="govuk-table__body" data-services>
${listed.map(one => tableRow(site, one, to))}</tbody>
</table></div>`
}

function list(site: SiteIndex, listed: readonly Listed[], to: LinkTo): Html {
  return html`<ul class="page-list" data-services>
${listed.map(one => listItem(site, one, to))}</ul>`
}

/** The services of one choice, those for it in particular first. */
function choicePage(site: SiteIndex, group: Group): string {
  const { facet, choice, own, forAll } = group
  const address = choiceAddress(facet.name, choice)
  const to = linksFrom({ address })
  const name = `${facet.label}: ${choice.label}`
  // An age is asked in years there, and a band of ages is none.
  const same = facet.name === 'age' ? '' : `?${facet.name}=${choice.slug}`
  return framed(site, {
    address,
    title: `${title} – ${name}`,
    description: `${howMany(sizeOf(group))} (${name}).`,
    ...([...own, ...forAll].some(({ service }) => lastDayIn(service.fields.schedule) !== null)
      ? { script: 'over.js' as const }
      : {}),
    trail: [home, directory],
    main: html`<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${title}</span> ${name}</h1>
<p class="govuk-body">${howMany(sizeOf(group))}. <a class="govuk-link" href="${to(directoryAddress)}${same}">Choose by more than this</a></p>
<h2 class="${forAll.length > 0 ? 'govuk-heading-l' : 'govuk-visually-hidden'}">${choice.label}</h2>
${list(site, own, to)}${everybody(site, group, to)}`,
  })
}

function everybody(site: SiteIndex, { facet, forAll }: Group, to: LinkTo): Piece {
  if (forAll.length === 0) return null
  return html`
<h2 class="govuk-heading-l">${facet.name === 'area' ? 'All over the area' : 'For any need'}</h2>
${list(site, forAll, to)}`
}

function howMany(count: number): string {
  return count === 1 ? '1 group or service' : `${count} groups and services`
}
