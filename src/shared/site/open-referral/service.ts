import { textOf } from '../../content/index.ts'
import { type Listed, readCost, readWhen, type Session } from '../../directory/index.ts'
import { outsideAddress } from '../html.ts'
import type { SiteIndex } from '../site-index.ts'
import { uuidFor, uuidOf } from './ids.ts'
import { taxonomies, termOf } from './terms.ts'

/** A service in the terms of Open Referral UK 3.0. What nobody wrote down is left out: no field is filled with a guess. */

type Properties = Readonly<Record<string, unknown>>

/** What stands in a list of services. */
export function briefService(site: SiteIndex, { service }: Listed): Properties {
  const { fields } = service
  const { email: team } = site.input.config.contact
  return {
    id: uuidOf(fields.id),
    name: fields.title,
    description: [fields.summary, textOf(service.doc)]
      .map(part => part.trim())
      .filter(said)
      .join('\n\n'),
    ...(isEmail(fields.email) && { email: fields.email.trim() }),
    ...webAddress('url', fields.url),
    status: 'active',
    ...(said(fields.cost) && { fees: fields.cost }),
    ...(fields.minimum_age !== null && { minimum_age: fields.minimum_age }),
    ...(fields.maximum_age !== null && { maximum_age: fields.maximum_age }),
    ...(fields.assured_date !== null && { assured_date: fields.assured_date }),
    ...(fields.assured_date !== null && isEmail(team) && { assurer_email: team.trim() }),
    ...organizationOf(fields.organization),
    // Of the standard's international form, which its profile for the UK leaves out and does not forbid.
    ...(said(fields.eligibility) && { eligibility_description: fields.eligibility }),
    ...(said(fields.application_process) && { application_process: fields.application_process }),
  }
}

/** The same with everything that belongs to it. */
export function fullService(site: SiteIndex, listed: Listed): Properties {
  const { fields } = listed.service
  return {
    ...briefService(site, listed),
    ...list('schedules', schedulesOf(fields.id, fields.schedule)),
    ...list('cost_options', costOf(fields.id, fields.cost)),
    ...list(
      'service_areas',
      fields.areas.filter(said).map(name => ({ id: uuidFor(fields.id, 'area', name), name })),
    ),
    ...list('service_at_locations', placesOf(listed)),
    ...list('contacts', contactsOf(listed)),
    ...list('attributes', attributesOf(listed)),
  }
}

const said = (words: string) => words.trim() !== ''
const list = (name: string, items: readonly Properties[]) => (items.length === 0 ? {} : { [name]: items })

function isEmail(words: string): boolean {
  return /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i.test(
    words.trim(),
  )
}

function webAddress(name: string, words: string): Properties {
  const address = outsideAddress(words)
  return address !== null && /^https?:/.test(address) ? { [name]: address } : {}
}

/** The standard wants words about an organisation; its name is all that a directory of services knows. */
function organizationOf(name: string): Properties {
  if (!said(name)) return {}
  const id = uuidFor('organization', name.trim())
  return { organization_id: id, organization: { id, name: name.trim(), description: name.trim() } }
}

/** One for each time of the week or of the month; where the words give none, the words themselves. */
function schedulesOf(id: string, words: string): Properties[] {
  if (!said(words)) return []
  const { sessions } = readWhen(words)
  // RFC 5545 counts every other week from a first day, which nobody wrote down.
  const known = sessions.filter(({ interval }) => interval === 1)
  if (known.length === 0) return [{ id: uuidFor(id, 'schedule'), description: words }]
  return [...Map.groupBy(known, sameTimes)].map(([key, alike]) => ({
    id: uuidFor(id, 'schedule', key),
    freq: alike.some(({ ofMonth }) => ofMonth !== null) ? 'MONTHLY' : 'WEEKLY',
    byday: [...new Set(alike.map(({ ofMonth, day }) => `${ofMonth ?? ''}${day}`))].join(','),
    description: words,
    ...alike
      .slice(0, 1)
      .map(({ opens, closes }) => (opens === null || closes === null ? {} : { opens_at: opens, closes_at: closes }))[0],
  }))
}

function sameTimes({ ofMonth, opens, closes }: Session): string {
  return [ofMonth === null ? 'weekly' : 'monthly', opens, closes].join(' ')
}

function costOf(id: string, words: string): Properties[] {
  const { amount } = readCost(words)
  return said(words) ? [{ id: uuidFor(id, 'cost'), ...(amount !== null && { amount }), amount_description: words }] : []
}

/** A postcode or an address is a place; its parts are as far apart as its commas. */
function placesOf({ service: { fields } }: Listed): Properties[] {
  const { id, address, postcode } = fields
  if (!said(address) && !said(postcode)) return []
  const parts = address
    .split(/[,\n]/)
    .map(part => part.trim())
    .filter(said)
  const where = uuidFor('location', address.trim(), postcode.trim())
  const lines = {
    id: uuidFor('address', address.trim(), postcode.trim()),
    location_id: where,
    address_1: parts.slice(0, Math.max(1, parts.length - 1)).join(', '),
    city: parts.length > 1 ? (parts.at(-1) ?? '') : '',
    state_province: '',
    postal_code: postcode.trim(),
    country: 'GB',
    address_type: 'physical',
  }
  const location = {
    id: where,
    location_type: 'physical',
    ...(parts[0] !== undefined && { name: parts[0] }),
    addresses: [lines],
  }
  return [{ id: uuidFor(id, 'at'), service_id: uuidOf(id), location_id: where, location }]
}

function contactsOf({ service: { fields } }: Listed): Properties[] {
  if (!said(fields.telephone)) return []
  const id = uuidFor(fields.id, 'contact')
  const phone = { id: uuidFor(fields.id, 'telephone'), contact_id: id, number: fields.telephone.trim() }
  return [{ id, service_id: uuidOf(fields.id), name: fields.title, phones: [phone] }]
}

/** Who it is for, and what it does. A service for any need has no term: every one of them would be too few. */
function attributesOf({ service: { fields }, choices }: Listed): Properties[] {
  return taxonomies.flatMap(taxonomy => {
    const chosen = choices.get(taxonomy.facet) ?? []
    if (chosen === 'all') return []
    return chosen.map(({ slug, label }) => {
      const term = termOf(taxonomy, slug, label)
      return {
        id: uuidFor(fields.id, term.id),
        link_id: uuidOf(fields.id),
        taxonomy_term_id: term.id,
        link_type: taxonomy.link,
        taxonomy_term: term,
      }
    })
  })
}
