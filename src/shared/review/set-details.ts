import { z } from 'zod'
import {
  audienceSchema,
  audiences,
  everySchema,
  type PageFields,
  type ReviewDates,
  type Tag,
} from '../content/fields.ts'
import { type IsoDate, isoDateSchema } from '../content/ids.ts'
import { type Calendar, nextReview } from './plan.ts'

/** What is set of a page’s details, for one page or for many; what is left out stays as each page has it. */
export const newDetailsSchema = z.object({
  /** An email; empty for nobody. */
  owner: z.string().max(320).optional(),
  /** Null for a page that is reviewed as often as the team does it. */
  every: everySchema.nullable().optional(),
  due: isoDateSchema.nullable().optional(),
  /** Where pages move to; the last part of their address stays. */
  section: z.string().max(200).optional(),
  /** Who pages are for; nobody in particular where there is none. */
  audience: z.array(audienceSchema).max(10).optional(),
  /** A requirement that each of these answers as a whole, or none of them anywhere any more. */
  tag: z.object({ requirement: z.string().min(1).max(100), on: z.boolean() }).optional(),
})
export type NewDetails = z.infer<typeof newDetailsSchema>

/** With an interval, the next date follows from the last review, or from today where there was none. */
export function reviewedEvery(
  { id, review }: Pick<PageFields, 'id' | 'review'>,
  every: string | null,
  { today, calendar }: Days,
): ReviewDates {
  if (every === null) return { ...review, every: null, due: null }
  return { ...review, every, due: nextReview(id, review.last ?? today, every, calendar) }
}

/** What the next day is counted from, and which days it may be. */
export interface Days {
  today: IsoDate
  calendar: Calendar
}

/**
 * The same fields with these details. A page that has the interval already keeps its date; a date that somebody sets counts
 * for more than one that follows; and a page that answers a requirement under a heading answers it.
 */
export function withDetails<T extends Pick<PageFields, 'id' | 'owner' | 'review' | 'checklist'>>(
  fields: T,
  { owner = fields.owner, every = fields.review.every, due, tag }: NewDetails,
  days: Days,
): T {
  const review = every === fields.review.every ? fields.review : reviewedEvery(fields, every, days)
  return {
    ...fields,
    owner,
    review: due === undefined ? review : { ...review, due },
    checklist: tag === undefined ? fields.checklist : taggedAnew(fields.checklist, tag),
  }
}

/** The same of a page, which says whom it is for. */
export function withPageDetails(fields: PageFields, details: NewDetails, days: Days): PageFields {
  const { audience = fields.audience } = details
  const set = new Set(audience)
  const isSame = set.size === new Set(fields.audience).size && fields.audience.every(one => set.has(one))
  const next = isSame ? fields.audience : audiences.filter(one => set.has(one))
  return { ...withDetails(fields, details, days), audience: next }
}

function taggedAnew(tags: Tag[], { requirement, on }: NonNullable<NewDetails['tag']>): Tag[] {
  if (!on) return tags.filter(one => one.requirement !== requirement)
  return tags.some(one => one.requirement === requirement) ? tags : [...tags, { requirement, heading: null }]
}
