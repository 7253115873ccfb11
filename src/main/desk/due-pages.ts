import type { Instant } from '../../shared/content/index.ts'
import { calendarFileOf, type DueRow, dayInWords, dueLists } from '../../shared/review/index.ts'
import type { Known } from './parts.ts'
import { meIn, type Session, todayOf } from './session.ts'
import { isMine } from './week/kind.ts'

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
  const reason = `${lastChecked(known)} ${known.interval.why}`
  return { id, title, path: known.entry.path, owner: known.owner, due, days, reason, said: lastSaid(known) }
}

/** When anything was last written or said of a page: nothing here depends on the hour at which somebody asks. */
function lastSaid({ changed, records, due }: Known): Instant {
  const moments = [changed?.at ?? `${due.last ?? '1970-01-01'}T00:00:00Z`, ...records.map(({ at }) => at)]
  return new Date(Math.max(...moments.map(moment => Date.parse(moment)))).toISOString() as Instant
}

/** What is late and the reviews of the year ahead, as a file that a calendar takes: one person's, or everybody's. */
export async function reviewCalendar(session: Session, { mine }: { mine: boolean }) {
  const { overdue, soon } = await dueWithin(session, 366)
  const me = meIn(session)
  const rows = [...overdue, ...soon].filter(({ entry }) => !mine || isMine(entry.owner, me))
  return { name: 'review-dates.ics', pages: rows.length, text: calendarFileOf(rows.map(rowOf)) }
}

/** “Last checked 5 May 2026.” */
export function lastChecked({ due: { last } }: Known): string {
  return last === null ? 'Nobody has checked it yet.' : `Last checked ${dayInWords(last)}.`
}
