import type { IsoDate } from '../../shared/content/index.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { addInterval } from '../../shared/review/index.ts'
import { type Session, todayOf } from './session.ts'

/** A page that nobody looks at for longer is out of everybody's sight: so far off, a year is more likely a slip. */
const longestBetweenReviews = '5 years'

/** The day of a review can be over already, which shows at once; one that is years away would hide the page. */
export function whyNotReviewedOn(session: Session, day: IsoDate): Refusal | null {
  const last = addInterval(todayOf(session), longestBetweenReviews)
  if (last === null || day <= last) return null
  return refuse(
    'too-far',
    'That day is more than five years away, so nothing was changed.',
    'Look at the year, and choose an earlier day.',
  )
}
