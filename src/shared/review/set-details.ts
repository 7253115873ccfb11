import { z } from 'zod'
import { everySchema, type PageFields, type ReviewDates } from '../content/fields.ts'
import { type IsoDate, isoDateSchema } from '../content/ids.ts'
import { addInterval } from './dates.ts'

/** What is set of a page’s details, for one page or for many; what is left out stays as each page has it. */
export const newDetailsSchema = z.object({
  /** An email; empty for nobody. */
  owner: z.string().max(320).optional(),
  /** Null for a page that is reviewed as often as the team does it. */
  every: everySchema.nullable().optional(),
  due: isoDateSchema.nullable().optional(),
})
export type NewDetails = z.infer<typeof newDetailsSchema>

/** With an interval, the next date follows from the last review, or from today where there was none. */
export function reviewedEvery(review: ReviewDates, every: string | null, today: IsoDate): ReviewDates {
  if (every === null) return { ...review, every: null, due: null }
  return { ...review, every, due: addInterval(review.last ?? today, every) }
}

/**
 * The same fields with these details. A page that has the interval already keeps its date; and a date that somebody sets
 * counts for more than one that follows.
 */
export function withDetails<T extends Pick<PageFields, 'owner' | 'review'>>(
  fields: T,
  { owner = fields.owner, every = fields.review.every, due }: NewDetails,
  today: IsoDate,
): T {
  const review = every === fields.review.every ? fields.review : reviewedEvery(fields.review, every, today)
  return { ...fields, owner, review: due === undefined ? review : { ...review, due } }
}
