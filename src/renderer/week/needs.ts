import type { Week } from '../connection/answers.ts'
import { dueFor } from './due-for.ts'

/**
 * How many things wait for one person (everybody's when it is null): the number beside “This week”. What a whole
 * checklist lacks is not one of them.
 */
export function needsYou(week: Omit<Week, 'today' | 'openGaps' | 'heldBack'>, mine: string | null): number {
  return (
    dueFor(week, mine).rows.length +
    week.waiting.length +
    week.asked.length +
    week.choices.length +
    (week.readyToPublish > 0 ? 1 : 0)
  )
}
