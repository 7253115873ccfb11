import { monthNames } from '../content/index.ts'

/** Days as people write them. */

/** `3 April 2026`, or null where there is no such day. `month` counts from 1. */
export function longDate(day: number, month: number, year: number): string | null {
  const name = monthNames[month - 1]
  const date = new Date(Date.UTC(year, month - 1, day))
  return name !== undefined && date.getUTCDate() === day ? `${day} ${name} ${year}` : null
}

/** `3 April 2026` as `2026-04-03`, which sorts as days do; null for a name that is no month's. */
export function isoOf(day: string, month: string, year: string): string | null {
  const at = monthNames.findIndex(name => name.toLowerCase() === month.toLowerCase())
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}
