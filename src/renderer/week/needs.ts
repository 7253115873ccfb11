import type { Week } from '../connection/answers.ts'
import { dueFor } from './due-for.ts'

/** What waits for a colleague's decision is not this person's to do. */
export function forMe(waiting: Week['waiting']): Week['waiting'] {
  return waiting.filter(({ mayNotDecide }) => mayNotDecide === null)
}

/**
 * How many things wait for one person (everybody's when it is null): the number beside “This week”. What a whole
 * checklist lacks is not one of them.
 */
export function needsYou(week: Omit<Week, 'today' | 'openGaps' | 'heldBack'>, mine: string | null): number {
  return (
    dueFor(week, mine).rows.length +
    forMe(week.waiting).length +
    week.asked.length +
    week.choices.length +
    week.although.length +
    (week.readyToPublish > 0 ? 1 : 0)
  )
}
