import type { Entry, IsoDate, SiteConfig } from '../content/index.ts'
import { addDays, addInterval, daysBetween } from './dates.ts'
import { schoolDays } from './holidays.ts'
import { type Risk, riskInWords } from './risk.ts'

/** How often a page is checked, why so often, and on which day. Everybody who has the same files finds the same day. */

export interface Interval {
  every: string
  from: 'page' | 'section' | 'risk' | 'team'
  /** In a sentence, for whoever asks why it is due. */
  why: string
}

/** The page's own interval, else its section's, else what its words say of its risk, else the team's. */
export function intervalOf(
  entry: Entry,
  { sections, review }: Pick<SiteConfig, 'sections' | 'review'>,
  riskOf: () => Risk,
): Interval {
  const own = entry.fields.review.every
  if (own !== null) return { every: own, from: 'page', why: `Every ${own}, as the page itself says.` }
  const section = entry.kind === 'page' ? sections.find(({ slug }) => slug === entry.section) : undefined
  if (section?.review) {
    return { every: section.review, from: 'section', why: `Every ${section.review}, as all of “${section.title}”.` }
  }
  const risk = isSooner(review.risk, review.every) ? riskOf() : null
  if (risk !== null && risk.level !== 'none') {
    return { every: review.risk, from: 'risk', why: `Every ${review.risk}: ${inSentence(risk)}` }
  }
  return { every: review.every, from: 'team', why: `Every ${review.every}, as the team does.` }
}

function inSentence(risk: Risk): string {
  const words = riskInWords(risk)
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

function isSooner(one: string, other: string): boolean {
  const from = '2026-01-01' as IsoDate
  const [a, b] = [addInterval(from, one), addInterval(from, other)]
  return a !== null && b !== null && a < b
}

export interface Calendar {
  isSchoolDay(date: IsoDate): boolean
}

/** The days on which a review may fall, as the team has it. */
export function calendarFor({ review }: Pick<SiteConfig, 'review'>): Calendar {
  const isOpen = schoolDays(review.holidays)
  return { isSchoolDay: review.avoidHolidays ? isOpen : () => true }
}

/** How far before its time a page may come, so that pages checked on one day do not all come back on one day. */
const mostBefore = 28
const leastDays = 20

/**
 * The day of the next check: never later than the interval, up to four weeks before it, on a day of school. Which of these
 * days is the page's own is read from its id and the year, so that the load spreads and nobody has to be asked.
 */
export function nextReview(id: string, from: IsoDate, every: string, calendar: Calendar): IsoDate | null {
  const latest = addInterval(from, every)
  if (latest === null) return null
  const days = daysBefore(latest, daysBetween(from, latest), calendar)
  return days[numberOf(`${id} ${latest.slice(0, 4)}`) % days.length] ?? latest
}

/** Thousands of pages share some hundred days. */
const knownDays = new WeakMap<Calendar, Map<string, readonly IsoDate[]>>()

function daysBefore(latest: IsoDate, length: number, calendar: Calendar): readonly IsoDate[] {
  const known = knownDays.get(calendar) ?? new Map<string, readonly IsoDate[]>()
  knownDays.set(calendar, known)
  const days = known.get(`${latest} ${length}`) ?? schoolDaysBefore(latest, length, calendar)
  known.set(`${latest} ${length}`, days)
  return days
}

function schoolDaysBefore(latest: IsoDate, length: number, { isSchoolDay }: Calendar): IsoDate[] {
  const before = Math.min(mostBefore, Math.floor(length / 10))
  const wanted = Math.min(leastDays, Math.ceil((before * 5) / 7) + 1)
  const days: IsoDate[] = []
  // A long holiday is spread over the weeks before it; half the interval is as far as anything goes.
  for (let back = 0; back <= length / 2 && (back <= before || days.length < wanted); back++) {
    const day = addDays(latest, -back)
    if (isSchoolDay(day)) days.push(day)
  }
  return days
}

/** A number that looks like chance and is the same everywhere: FNV-1a, 32 bits. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

/**
 * One day for each of several pages, evenly from the first day to the last. The order is that of the days they have now,
 * so what is late comes first; pages without one come after the others, in an order that is the same everywhere.
 */
export function spreadOver<T extends { id: string; due: IsoDate | null }>(
  pages: readonly T[],
  { from, to }: { from: IsoDate; to: IsoDate },
  { isSchoolDay }: Calendar,
): Map<T['id'], IsoDate> {
  const all: IsoDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day)
  const open = all.filter(isSchoolDay)
  const days = open.length > 0 ? open : all
  const order = pages.toSorted((a, b) => compare(a.due ?? '9999', b.due ?? '9999') || compare(a.id, b.id))
  return new Map(
    order.map(({ id }, at) => [id, days[Math.floor((at * days.length) / order.length)] ?? from] as [T['id'], IsoDate]),
  )
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
