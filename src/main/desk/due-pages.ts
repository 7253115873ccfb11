import { type DueRow, dayInWords, dueLists } from '../../shared/review/index.ts'
import type { Known } from './parts.ts'
import { type Session, todayOf } from './session.ts'

/** The pages that have to be checked for truth within so many days, and those that had to be before today. */
export async function dueWithin(session: Session, days: number): Promise<ReturnType<typeof dueLists<Known>>> {
  const known = [...(await session.knowing.all()).values()]
  return dueLists(
    known.map(each => ({ entry: each, due: each.due.due })),
    todayOf(session),
    days,
  )
}

/** A line of the list of a terminal, and of a calendar. */
export function rowOf({ entry: known, due, days }: DueRow<Known>) {
  const { id, title } = known.entry.fields
  return { id, title, owner: known.owner, due, days, reason: `${lastChecked(known)} ${known.interval.why}` }
}

/** “Last checked 5 May 2026.” */
export function lastChecked({ due: { last } }: Known): string {
  return last === null ? 'Nobody has checked it yet.' : `Last checked ${dayInWords(last)}.`
}
