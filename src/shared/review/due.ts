import type { ReviewDates } from '../content/fields.ts'
import type { IsoDate } from '../content/ids.ts'
import { addInterval, daysBetween } from './dates.ts'
import { inForce } from './in-force.ts'
import type { ReviewRecord } from './records.ts'

export interface Due {
  /** When somebody last said that the page is true. */
  last: IsoDate | null
  /** When it must be checked again; null for a page that has no interval and no date. */
  due: IsoDate | null
}

/**
 * When a page must next be checked for truth. “Still accurate” is its own event and moves the date on without touching
 * the page; otherwise the date set on the page stands, and else it follows from the last check and the interval.
 */
export function dueOf(dates: ReviewDates, records: readonly ReviewRecord[], policy: string): Due {
  const checked = inForce(records)
    .flatMap(record => (record.kind === 'accurate' ? [record.at.slice(0, 10) as IsoDate] : []))
    .sort()
  const accurate = checked.at(-1) ?? null
  const every = dates.every ?? policy
  if (accurate !== null && (dates.last === null || accurate >= dates.last)) {
    const next = addInterval(accurate, every)
    // A date that somebody set for later than that still stands: they knew something.
    return { last: accurate, due: dates.due !== null && next !== null && dates.due > next ? dates.due : next }
  }
  return { last: dates.last, due: dates.due ?? (dates.last === null ? null : addInterval(dates.last, every)) }
}

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
