import type { IsoDate, LateAct, ReviewPolicy } from '../content/index.ts'
import { addDays } from './dates.ts'
import type { Due } from './due.ts'
import type { Risk } from './risk.ts'

/** What the team does with a page whose review is long past. */
export interface Late {
  act: Exclude<LateAct, 'nothing'>
  /** The day on which it was to be checked. */
  due: IsoDate
  /** The first day on which a publish does it. */
  from: IsoDate
}

/** By the team's policy, which leaves every page alone until somebody says otherwise. */
export function lateOf(
  { due }: Pick<Due, 'due'>,
  { late }: Pick<ReviewPolicy, 'late'>,
  riskOf: () => Risk,
): Late | null {
  const leavesAlone = [late.high, late.some, late.none].every(act => act === 'nothing')
  if (due === null || leavesAlone) return null
  const act = late[riskOf().level]
  return act === 'nothing' ? null : { act, due, from: addDays(due, late.weeks * 7) }
}
