import { monthNames } from '../content/index.ts'
import { matchesIn } from './matches.ts'

/** Days as people write them. */

/** `3 April 2026`, or null where there is no such day. `month` counts from 1. */
export function longDate(day: number, month: number, year: number): string | null {
  const name = monthNames[month - 1]
  const date = new Date(Date.UTC(year, month - 1, day))
  return name !== undefined && date.getUTCDate() === day ? `${day} ${name} ${year}` : null
}

/** A day in a text. Its year may be left out; its weekday is a number as JavaScript counts, 0 for Sunday. */
export interface DateSaid {
  start: number
  end: number
  weekday: number | null
  day: number
  /** From 1. */
  month: number
  year: number | null
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const weekday = '(?:(sun|mon|tues?|wed(?:nes)?|weds|thu(?:rs)?|thur|fri|sat(?:ur)?)(?:day)?[,.]? (?:the )?)?'
const month = `(${monthNames.map(name => `${name.slice(0, 3)}(?:${name.slice(3)}|${name === 'September' ? 't' : ''})\\.?`).join('|')})`
const year = '(?:,? (\\d{4})(?![\\d]))?'
const patterns: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\d£])${weekday}(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}(?!\\p{L})${year}`, 'giu'),
  new RegExp(
    `(?<![\\p{L}\\d])${weekday}${month} (\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\d:.]\\d|\\p{L}|\\d)${year}`,
    'giu',
  ),
]

/** In one text; no page has more, and one from outside may be made of nothing else. */
const most = 500

/** The days that are named in a text, in the order of the patterns, none twice. */
export function datesIn(text: string): DateSaid[] {
  if (!/\d/.test(text)) return []
  const found: DateSaid[] = []
  for (const [at, pattern] of patterns.entries()) {
    for (const { 0: all, 1: named, 2: one = '', 3: other = '', 4: written, index } of matchesIn(text, pattern)) {
      const [day, name] = at === 0 ? [one, other] : [other, one]
      const said: DateSaid = {
        start: index,
        end: index + all.length,
        weekday: named === undefined ? null : weekdays.findIndex(each => each.slice(0, 3) === capital(named)),
        day: Number(day),
        month: monthNames.findIndex(each => each.slice(0, 3) === capital(name)) + 1,
        year: written === undefined ? null : Number(written),
      }
      if (found.length < most && !found.some(each => each.start < said.end && said.start < each.end)) found.push(said)
    }
  }
  return found
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1, 3).toLowerCase()
}

/** `2026-04-03`, which sorts as days do; null where no year is said, or where there is no such day. */
export function isoOf({ day, month: of, year: written }: DateSaid): string | null {
  if (written === null || longDate(day, of, written) === null) return null
  return `${written}-${String(of).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The weekday that a day really is, as it is written. */
export function weekdayOf(iso: string): string {
  return weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? ''
}

export function weekdayName(weekday: number): string {
  return weekdays[weekday] ?? ''
}
