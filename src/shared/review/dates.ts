import type { IsoDate } from '../content/ids.ts'
import { monthNames } from '../content/index.ts'

/** Calendar arithmetic on `2026-11-22` strings, in no time zone: a review date is a day, wherever the laptop is. */

const dayMs = 86_400_000

function utc(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

function iso(date: Date): IsoDate {
  return date.toISOString().slice(0, 10) as IsoDate
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return iso(new Date(utc(date).getTime() + days * dayMs))
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / dayMs)
}

/**
 * The day that is `interval` (`6 months`, `2 weeks`, `1 year`) after a day; the 31st becomes the last day of a shorter
 * month. Null for an interval that cannot be read.
 */
export function addInterval(date: IsoDate, interval: string): IsoDate | null {
  const match = /^(\d{1,3}) (week|month|year)s?$/.exec(interval)
  if (!match) return null
  const count = Number(match[1])
  if (match[2] === 'week') return addDays(date, count * 7)
  const months = match[2] === 'year' ? count * 12 : count
  const start = utc(date)
  const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1))
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(start.getUTCDate(), lastDay))
  return iso(end)
}

/** “1 March 2027” */
export function dayInWords(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`
}
