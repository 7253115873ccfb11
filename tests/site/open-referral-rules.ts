import { z } from 'zod'

/**
 * The rules of Open Referral UK 3.0 for what a directory answers, in our own form: which properties there are, which must
 * be there, and of what kind. The standard’s own JSON schemas have another licence than Signpost, so none stands here.
 */

const uuid = z.uuid()
const text = z.string()
const day = z.iso.date()
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?$/)

const term = z.looseObject({
  id: uuid,
  name: text,
  description: text,
  parent_id: uuid.optional(),
  taxonomy: text.optional(),
  taxonomy_id: uuid.optional(),
  term_uri: z.url().optional(),
})

const attribute = z.looseObject({
  id: uuid,
  link_id: uuid.optional(),
  taxonomy_term_id: uuid.optional(),
  link_type: text.optional(),
  taxonomy_term: term.optional(),
})

const kindOfPlace = z.enum(['physical', 'postal', 'virtual'])
const address = z.looseObject({
  id: uuid,
  location_id: uuid.optional(),
  address_1: text,
  city: text,
  state_province: text,
  postal_code: text,
  country: text,
  address_type: kindOfPlace,
})

const location = z.looseObject({
  id: uuid,
  location_type: kindOfPlace,
  name: text.optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  addresses: z.array(address).optional(),
})

/** RFC 5545: which day of the week, in a month with its number from either end. */
const byDay = z.string().regex(/^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$/)
const schedule = z
  .looseObject({
    id: uuid,
    freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
    interval: z.number().optional(),
    dtstart: day.optional(),
    byday: byDay.optional(),
    description: text.optional(),
    opens_at: clock.optional(),
    closes_at: clock.optional(),
  })
  .refine(({ interval = 1, dtstart }) => interval === 1 || dtstart !== undefined, 'an interval needs its first day')
  .refine(({ freq, byday = '' }) => freq === 'MONTHLY' || !/\d/.test(byday), 'a week has no second Monday')

const organization = z.looseObject({ id: uuid, name: text, description: text, email: z.email().optional() })

export const briefRules = z.looseObject({
  id: uuid,
  organization_id: uuid.optional(),
  name: text,
  description: text.optional(),
  url: z.url().optional(),
  email: z.email().optional(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  fees: text.optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  assured_date: day.optional(),
  assurer_email: z.email().optional(),
  last_modified: z.iso.datetime().optional(),
  organization: organization.optional(),
})

export const fullRules = briefRules.extend({
  schedules: z.array(schedule).optional(),
  service_areas: z.array(z.looseObject({ id: uuid, name: text.optional() })).optional(),
  service_at_locations: z
    .array(
      z.looseObject({
        id: uuid,
        service_id: uuid.optional(),
        location_id: uuid.optional(),
        location: location.optional(),
      }),
    )
    .optional(),
  cost_options: z
    .array(z.looseObject({ id: uuid, amount: z.number().optional(), amount_description: text.optional() }))
    .optional(),
  contacts: z
    .array(z.looseObject({ id: uuid, phones: z.array(z.looseObject({ id: uuid, number: text })).optional() }))
    .optional(),
  attributes: z.array(attribute).optional(),
})

export const pageRules = <T extends z.ZodType>(item: T) =>
  z
    .looseObject({
      total_items: z.int(),
      total_pages: z.int(),
      page_number: z.int(),
      size: z.int(),
      first_page: z.boolean(),
      last_page: z.boolean(),
      empty: z.boolean(),
      contents: z.array(item),
    })
    .refine(page => page.size === page.contents.length && page.empty === (page.size === 0), 'its numbers are its own')

export const taxonomyRules = z.looseObject({ id: uuid, name: text, description: text })
export const termRules = term
