import { z } from 'zod'
import { isoDateSchema, pageIdSchema } from './ids.ts'

/**
 * The front matter that Signpost knows, of a page and of a service. Derived types only: the schema is the one place.
 * Reading never refuses a page: a field that does not fit is reported and read as its default, and stays as it is in the
 * file until somebody sets it.
 */

export const audiences = ['parents', 'young-people', 'professionals'] as const
export const audienceSchema = z.enum(audiences)
export type Audience = z.infer<typeof audienceSchema>

/** “This page, or this heading in it, answers that requirement”. `heading` is the heading's slug. */
export const tagSchema = z.union([
  z.string().transform(requirement => ({ requirement, heading: null as string | null })),
  z.object({ requirement: z.string(), heading: z.string().nullable().default(null) }),
])
export type Tag = { requirement: string; heading: string | null }

/** An interval in whole months, written `6 months`, or null for a page that has none of its own. */
export const everySchema = z.string().regex(/^\d+ (weeks?|months?|years?)$/)

export const reviewDatesSchema = z.object({
  every: everySchema.nullable().default(null),
  last: isoDateSchema.nullable().default(null),
  due: isoDateSchema.nullable().default(null),
})
export type ReviewDates = z.infer<typeof reviewDatesSchema>

/** Anything else would name files of the search index, and says nothing to a screen reader. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i)

export const pageFieldsSchema = z.object({
  id: pageIdSchema,
  title: z.string().default(''),
  summary: z.string().default(''),
  audience: z.array(audienceSchema).default([]),
  checklist: z.array(tagSchema).default([]),
  /** The email of the person who looks after the page; empty when nobody does. */
  owner: z.string().default(''),
  review: reviewDatesSchema.default({ every: null, last: null, due: null }),
  related: z.array(pageIdSchema).default([]),
  /** `page:<id>` or `media/<name>`; empty when there is none. */
  easyRead: z.string().default(''),
  /** BCP 47 where it is not the site's own: families who do not read English get the page in theirs. */
  language: z.union([z.literal(''), languageSchema]).default(''),
  /** The id of the page that this one says in another language; empty for a page of its own. */
  translationOf: z.union([z.literal(''), pageIdSchema]).default(''),
  /** `start` for a section's start-here page; otherwise the template it was made from, if any. */
  kind: z.string().default(''),
  /** Position among its neighbours in the section; pages without one follow, by title. */
  order: z.number().nullable().default(null),
})
export type PageFields = z.infer<typeof pageFieldsSchema>

/** In the terms of Open Referral UK 3.0 where that standard has one. */
export const serviceFieldsSchema = z.object({
  id: pageIdSchema,
  title: z.string().default(''),
  summary: z.string().default(''),
  organization: z.string().default(''),
  owner: z.string().default(''),
  checklist: z.array(tagSchema).default([]),
  review: reviewDatesSchema.default({ every: null, last: null, due: null }),
  url: z.string().default(''),
  email: z.string().default(''),
  telephone: z.string().default(''),
  address: z.string().default(''),
  postcode: z.string().default(''),
  /** Years, both included. */
  minimum_age: z.number().min(0).max(99).nullable().default(null),
  maximum_age: z.number().min(0).max(99).nullable().default(null),
  needs: z.array(z.string()).default([]),
  areas: z.array(z.string()).default([]),
  categories: z.array(z.string()).default([]),
  cost: z.string().default(''),
  schedule: z.string().default(''),
  eligibility: z.string().default(''),
  application_process: z.string().default(''),
  referral: z.string().default(''),
  assured_date: isoDateSchema.nullable().default(null),
  /** Who said so, in words that families may read: “the club itself”. */
  assured_by: z.string().default(''),
})
export type ServiceFields = z.infer<typeof serviceFieldsSchema>
