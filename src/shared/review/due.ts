import type { ReviewDates } from '../content/fields.ts'
import type { IsoDate } from '../content/ids.ts'
import { addDays, daysBetween } from './dates.ts'
import { inForce } from './in-force.ts'
import { type Calendar, nextReview } from './plan.ts'
import type { ReviewRecord } from './records.ts'

export interface Due {
  /** When somebody last said that the page is true. */
  last: IsoDate | null
  /** When it must be checked again; null for a page that has no interval and no date. */
  due: IsoDate | null
}

export interface DueRule {
  id: string
  every: string
  calendar: Calendar
  today: IsoDate
}

/**
 * When a page must next be checked for truth. “Still accurate” is its own event and moves the date on without touching
 * the page; otherwise a date that somebody set stands, and else it follows from the last check and the interval.
 */
export function dueOf(dates: ReviewDates, records: readonly ReviewRecord[], rule: DueRule): Due {
  const said = inForce(records)
  const { day: last, said: check } = lastCheck(dates, said, rule.today)
  const newest = said.findLast(record => record.kind === 'accurate')
  // A day set beside the page counts until somebody checks the page, or sets a day on the page itself.
  const set = said.findLast(record => record.kind === 'review-date' && record.instead === dates.due)
  if (set?.kind === 'review-date' && (newest === undefined || set.id > newest.id)) return { last, due: set.due }
  const next = last === null ? null : nextReview(rule.id, last, rule.every, rule.calendar)
  if (check !== null && last === dayOfCheck(check, rule.today)) {
    // A date that somebody set for later than that still stands: they knew something.
    return { last, due: dates.due !== null && next !== null && dates.due > next ? dates.due : next }
  }
  return { last, due: dates.due ?? next }
}

type Accurate = Extract<ReviewRecord, { kind: 'accurate' }>

/**
 * The day on which somebody last said that a page is true, which the team and families read alike: the newest “still
 * accurate” (`said`) or, where that is later, the day that the page itself names. A check of a day that has not come
 * anywhere yet is by a clock that is ahead, and does not count: nobody would have to check the page until then. (The desk
 * puts such a one where its writer stood, in records-in-time.ts.)
 */
export function lastCheck(
  dates: Pick<ReviewDates, 'last'>,
  records: readonly ReviewRecord[],
  today: IsoDate,
): { day: IsoDate | null; said: Accurate | null } {
  // Moments are in universal time, and today is where the person is.
  const tomorrow = addDays(today, 1)
  const checks = inForce(records).filter(record => record.kind === 'accurate')
  const come = checks.filter(check => dayOf(check) <= tomorrow)
  const said = come.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? null
  const accurate = said === null ? null : dayOfCheck(said, today)
  const written = dates.last === null ? null : noLater(dates.last, today)
  return { day: accurate !== null && (written === null || accurate >= written) ? accurate : written, said }
}

const dayOf = ({ at }: Accurate): IsoDate => at.slice(0, 10) as IsoDate

const dayOfCheck = (check: Accurate, today: IsoDate): IsoDate => noLater(dayOf(check), today)

const noLater = (date: IsoDate, today: IsoDate): IsoDate => (date > today ? today : date)

export interface DueRow<T> {
  entry: T
  due: IsoDate
  /** Days from today; negative when overdue. */
  days: number
}

/** Overdue first, oldest first; then what falls due within `within` days. */
export function dueLists<T>(
  entries: readonly { entry: T; due: IsoDate | null }[],
  today: IsoDate,
  within: number,
): { overdue: DueRow<T>[]; soon: DueRow<T>[] } {
  const rows = entries
    .flatMap(({ entry, due }) => (due === null ? [] : [{ entry, due, days: daysBetween(today, due) }]))
    .sort((a, b) => a.days - b.days)
  return { overdue: rows.filter(row => row.days < 0), soon: rows.filter(row => row.days >= 0 && row.days <= within) }
}
