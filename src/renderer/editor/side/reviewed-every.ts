import type { IsoDate, ReviewDates } from '../../../shared/content/index.ts'
import { addInterval } from '../../../shared/review/index.ts'

/** The choice of no interval of the page's own. */
export const asTheTeamDoes = 'none'

/** With an interval, the next date follows from the last review, or from today where there was none. */
export function reviewedEvery(review: ReviewDates, choice: string, now: IsoDate): ReviewDates {
  if (choice === asTheTeamDoes) return { ...review, every: null, due: null }
  return { ...review, every: choice, due: addInterval(review.last ?? now, choice) }
}
