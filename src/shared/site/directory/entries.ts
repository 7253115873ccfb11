import { districtOf, facets, type Listed, lastDayIn } from '../../directory/index.ts'
import { addressOf } from '../addresses.ts'
import type { LinkTo } from '../frame.ts'
import { type Html, html, type Piece } from '../html.ts'
import { emailLink, telephoneLink } from '../layout.ts'
import type { SiteIndex } from '../site-index.ts'
import { ageRange, inWords } from '../words.ts'
import { assuredDay, assuredWords } from './assured.ts'

/** A service in each of the directory's forms. What the script chooses by stands beside the words, as plain attributes. */

function marks({ service, choices }: Listed): Html {
  const { minimum_age, maximum_age, postcode } = service.fields
  const district = districtOf(postcode)
  const lastDay = lastDayIn(service.fields.schedule)
  const chosenBy = facets.flatMap(({ name }) => {
    const these = choices.get(name) ?? []
    if (name === 'age' || these.length === 0) return []
    return [html` data-${name}="${these === 'all' ? '*' : these.map(({ slug }) => slug).join(' ')}"`]
  })
  return html` data-service data-from="${minimum_age ?? 0}" data-to="${maximum_age ?? 99}"${chosenBy}${district !== null && html` data-district="${district}"`}${lastDay !== null && html` data-last-day="${lastDay}"`}`
}

/** The script writes here how far it is. */
const far = html`<span class="how-far" data-far hidden></span>`

export function listItem(site: SiteIndex, listed: Listed, to: LinkTo): Html {
  const { fields } = listed.service
  const line = [ageRange(fields), inWords(fields.areas), fields.cost].filter(part => part !== '').join(' · ')
  return html`<li${marks(listed)}><h3 class="govuk-heading-s"><a class="govuk-link" href="${to(addressOf(listed.service))}">${fields.title}</a></h3>${far}${fields.summary !== '' && html`<p class="govuk-body">${fields.summary}</p>`}${line !== '' && html`<p class="govuk-body-s">${line}</p>`}${fields.schedule !== '' && html`<p class="govuk-body-s">${fields.schedule}</p>`}<p class="govuk-body-s page-facts">${assuredWords(site, listed.service)}</p></li>\n`
}

export const columns = ['Name', 'Age', 'For', 'Where', 'When', 'Cost', 'Who can refer you', 'Last assured'] as const

export function tableRow(site: SiteIndex, listed: Listed, to: LinkTo): Html {
  const { fields } = listed.service
  const cells: Piece[] = [
    ageRange(fields),
    inWords(fields.needs),
    [inWords(fields.areas), far],
    fields.schedule,
    fields.cost,
    fields.referral,
    assuredDay(site, listed.service) ?? 'Not yet',
  ]
  return html`<tr class="govuk-table__row"${marks(listed)}><th class="govuk-table__header" scope="row"><a class="govuk-link" href="${to(addressOf(listed.service))}">${fields.title}</a></th>${cells.map(cell => html`<td class="govuk-table__cell">${cell}</td>`)}</tr>\n`
}

/** Everything that somebody needs who has the paper and no telephone with it. */
export function sheetEntry(site: SiteIndex, listed: Listed): Html {
  const { fields } = listed.service
  const lines: [string, Piece][] = [
    ['Telephone', fields.telephone === '' ? '' : telephoneLink(fields.telephone)],
    ['Email', fields.email === '' ? '' : emailLink(fields.email)],
    ['Where', [fields.address, fields.postcode].filter(part => part !== '').join(', ')],
    ['Age', ageRange(fields)],
    ['For', inWords(fields.needs)],
    ['When', fields.schedule],
    ['Cost', fields.cost],
    ['How to get in', fields.application_process],
    ['Who can refer you', fields.referral],
  ]
  const said = lines.filter(([, words]) => words !== '')
  return html`<li${marks(listed)}><h3 class="govuk-heading-s">${fields.title}</h3>${far}${fields.summary !== '' && html`<p class="govuk-body-s">${fields.summary}</p>`}${said.length > 0 && html`<dl class="sheet__facts">${said.map(([name, words]) => html`<div><dt>${name}:</dt> <dd>${words}</dd></div>`)}</dl>`}<p class="govuk-body-s page-facts">${assuredWords(site, listed.service)}</p></li>\n`
}
