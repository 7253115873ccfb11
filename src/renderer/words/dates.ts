/**
 * Dates and times as a colleague would say them. A calendar day (`2026-11-22`) has no zone; a moment is shown in the zone
 * of this computer, which tests pass in.
 */
const dayLength = 86_400_000

interface Parts {
  year: number
  month: number
  day: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Made once for each way of writing: a list of a thousand pages writes two thousand dates. */
function formatOf(options: Intl.DateTimeFormatOptions, zone: string | undefined): Intl.DateTimeFormat {
  const wanted = zone === undefined ? options : { ...options, timeZone: zone }
  const key = JSON.stringify(wanted)
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', wanted)
  formats.set(key, known)
  return known
}

function partsOf(moment: Date, zone?: string): Parts {
  const found: Parts = { year: 0, month: 0, day: 0 }
  for (const part of formatOf({ year: 'numeric', month: 'numeric', day: 'numeric' }, zone).formatToParts(moment)) {
    if (part.type === 'year' || part.type === 'month' || part.type === 'day') found[part.type] = Number(part.value)
  }
  return found
}

/** Whole days from the day of `now` to the day of `then`; negative in the past. */
function daysBetween(now: Parts, then: Parts): number {
  return Math.round(
    (Date.UTC(then.year, then.month - 1, then.day) - Date.UTC(now.year, now.month - 1, now.day)) / dayLength,
  )
}

function inWords(day: Parts, options: Intl.DateTimeFormatOptions): string {
  return formatOf(options, 'UTC').format(Date.UTC(day.year, day.month - 1, day.day))
}

function dayName(now: Parts, then: Parts): string {
  const days = daysBetween(now, then)
  if (days === 0) return 'today'
  if (days === -1) return 'yesterday'
  if (days === 1) return 'tomorrow'
  if (Math.abs(days) < 7) return inWords(then, { weekday: 'long' })
  return inWords(then, { day: 'numeric', month: 'long', ...(then.year === now.year ? {} : { year: 'numeric' }) })
}

/** `10:42` */
export function clockTime(instant: string, zone?: string): string {
  return formatOf({ hour: '2-digit', minute: '2-digit' }, zone).format(new Date(instant))
}

/** “today”, “yesterday”, “Thursday”, “3 June”, “3 June 2025”: the day of a moment. */
export function dayOf(instant: string, now: Date, zone?: string): string {
  return dayName(partsOf(now, zone), partsOf(new Date(instant), zone))
}

/** “today 10:42”, “Thursday 14:02”, “3 June 14:02”. */
export function dayAndTime(instant: string, now: Date, zone?: string): string {
  return `${dayOf(instant, now, zone)} ${clockTime(instant, zone)}`
}

/** “just now”, “2 minutes ago”, then as `dayAndTime`. */
export function ago(instant: string, now: Date, zone?: string): string {
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
  return dayAndTime(instant, now, zone)
}

/** A calendar day as “today”, “Friday”, “3 December”, “3 December 2027”. */
export function calendarDay(date: string, now: Date, zone?: string): string {
  return dayName(partsOf(now, zone), partsOfDate(date))
}

/** As `calendarDay`, with short months, for the columns of a list: “Friday”, “3 Dec”, “3 Dec 2027”. */
export function shortDay(date: string, now: Date, zone?: string): string {
  const then = partsOfDate(date)
  const today = partsOf(now, zone)
  if (Math.abs(daysBetween(today, then)) < 7) return dayName(today, then)
  return inWords(then, { day: 'numeric', month: 'short', ...(then.year === today.year ? {} : { year: 'numeric' }) })
}

/** “Sunday 22 November” */
export function fullDay(date: string): string {
  return inWords(partsOfDate(date), { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
}

/** How a review date stands, in days from today: “17 days late”, “Tomorrow”, “Friday”, “in 3 weeks”. */
export function dueIn(date: string, days: number): string {
  if (days < -1) return `${-days} days late`
  if (days === -1) return '1 day late'
  if (days === 0) return 'Today'
  if (days === 1) return 'Tomorrow'
  if (days < 7) return inWords(partsOfDate(date), { weekday: 'long' })
  if (days < 14) return 'Next week'
  return `In ${Math.floor(days / 7)} weeks`
}

/** Whole days from today to a calendar day. */
export function daysUntil(date: string, now: Date, zone?: string): number {
  return daysBetween(partsOf(now, zone), partsOfDate(date))
}

function partsOfDate(date: string): Parts {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day }
}
