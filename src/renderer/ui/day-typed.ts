import { datesIn, isoOf, weekdayName, weekdayOf } from '../../shared/checks/dates.ts'
import { type IsoDate, isoDateSchema } from '../../shared/content/ids.ts'
import { dayIn } from '../../shared/feedback/day-in.ts'
import { addDays, dayInWords, daysBetween } from '../../shared/review/dates.ts'

/** Which day is meant where the year or the week is left out: the last one, the next one, or the nearest. */
export type Near = 'past' | 'ahead' | 'any'

interface Asked {
  today: IsoDate
  near: Near
}

/** A day that somebody typed. */
export interface Understood {
  day: IsoDate
  /** What had to be guessed, in a sentence with the whole day; null where all of it was said. */
  guessed: string | null
}

/** What is no day, in a sentence; nothing at all is no trouble. */
export function dayTrouble(text: string, asked: Asked | null = null): string | null {
  const words = text.trim()
  return words === '' || understood(words, asked) !== null
    ? null
    : `“${words.slice(0, 40)}” is no day. Write the day, the month and the year, such as 3 April 2027 or 3/4/2027.`
}

/** What was typed as it is kept: a day as `2027-04-03`, anything else as it stands. */
export function meaningOf(text: string, asked: Asked | null = null): string {
  const words = text.trim()
  return understood(words, asked)?.day ?? words
}

/** The day that the words mean; without `asked`, only where they say all of it. Null for what is no day. */
export function understood(words: string, asked: Asked | null): Understood | null {
  const whole = dayIn(words)
  if (whole !== null) return { day: whole, guessed: notThatWeekday(words, whole) }
  if (asked === null) return null
  return spoken(words, asked) ?? shortNumbers(words, asked) ?? withoutYear(words, asked)
}

const inDays: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }
const weekday =
  /^(?:(last|next|this|on|coming) )?(sun|mon|tue|wed|thu|fri|sat)(?:(?<=tue)s|(?<=wed)(?:s|nes)|(?<=thu)r?s?|(?<=sat)ur)?(?:day)?\.?$/
const weekdayStarts = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** “yesterday”, “Monday”, “next Friday”. */
function spoken(words: string, { today, near }: Asked): Understood | null {
  const small = words.toLowerCase()
  const away = inDays[small]
  if (away !== undefined) {
    const day = addDays(today, away)
    return { day, guessed: `${small.charAt(0).toUpperCase()}${small.slice(1)} is ${inFull(day)}.` }
  }
  const [, which, start = ''] = weekday.exec(small) ?? []
  const name = weekdayName(weekdayStarts.indexOf(start))
  if (name === '') return null
  const on = (from: number, step: 1 | -1) => {
    let day = addDays(today, from)
    while (weekdayOf(day) !== name) day = addDays(day, step)
    return day
  }
  if (which === 'last') return { day: on(-1, -1), guessed: `Last ${name} was ${inFull(on(-1, -1))}.` }
  if (which === 'next' || which === 'coming') {
    const day = on(1, 1)
    const later = near === 'past' ? '' : ` If you mean the week after, write ${dayInWords(addDays(day, 7))}.`
    return { day, guessed: `Understood as ${inFull(day)}.${later}` }
  }
  const [before, after] = [on(0, -1), on(0, 1)]
  const day =
    near === 'past' || (near === 'any' && daysBetween(before, today) < daysBetween(today, after)) ? before : after
  const other = day === before ? on(1, 1) : on(-1, -1)
  return {
    day,
    guessed: `Understood as ${inFull(day)}. If you mean another ${name}, write its day, such as ${dayInWords(other)}.`,
  }
}

/** “3/3”, “3.3.”, “3/3/27”: the day first, as it is written here. */
function shortNumbers(words: string, asked: Asked): Understood | null {
  const [, day, month, year] = /^(\d{1,2})[/. -](\d{1,2})(?:\.|\.?[/. -](\d{2}))?$/.exec(words) ?? []
  if (day === undefined || month === undefined) return null
  const found =
    year === undefined
      ? nearestYear(Number(day), Number(month), null, asked)
      : nearestCentury(Number(day), Number(month), Number(year), asked)
  if (found === null) return null
  const turned = day !== month && Number(day) <= 12 ? ' The day comes before the month.' : ''
  return { day: found, guessed: `Understood as ${inFull(found)}.${turned}${year === undefined ? otherYear : ''}` }
}

/** “3 March”, “Tuesday 3 March”: of the years near by, one in which it is that weekday. */
function withoutYear(words: string, asked: Asked): Understood | null {
  const [said] = datesIn(words)
  if (said === undefined || said.start !== 0 || said.end !== words.replace(/[.,]$/, '').length || isoOf(said) !== null)
    return null
  const day = nearestYear(said.day, said.month, said.weekday, asked)
  if (day === null) return null
  return { day, guessed: `${notThatWeekday(words, day) ?? `Understood as ${inFull(day)}.`}${otherYear}` }
}

/** “3 March 2027 is a Wednesday.”, where another weekday was said. */
function notThatWeekday(words: string, day: IsoDate): string | null {
  const said = datesIn(words)[0]?.weekday ?? null
  const really = weekdayOf(day)
  return said === null || weekdayName(said) === really ? null : `${dayInWords(day)} is a ${really}.`
}

/** How far off, in years, a day may be for which only the end of its year was said. */
const farAhead: Readonly<Record<Near, number>> = { past: 20, any: 50, ahead: 80 }

/** “99”: of the centuries, the one that `near` looks at; a day that is over may still be typed with the year to come. */
function nearestCentury(day: number, month: number, short: number, { today, near }: Asked): IsoDate | null {
  const last = Number(today.slice(0, 4)) + farAhead[near]
  return dayOf(day, month, last - ((((last - short) % 100) + 100) % 100))
}

const otherYear = ' If you mean another year, write it too.'

function nearestYear(day: number, month: number, weekdaySaid: number | null, { today, near }: Asked): IsoDate | null {
  const year = Number(today.slice(0, 4))
  // A 29 February comes back after eight years at the latest.
  const all = Array.from({ length: 17 }, (_, at) => dayOf(day, month, year - 8 + at)).filter(each => each !== null)
  const named = all.filter(each => weekdaySaid !== null && weekdayOf(each) === weekdayName(weekdaySaid))
  const may = all.filter(each => near === 'any' || (near === 'past' ? each <= today : each >= today))
  const closest = (days: readonly IsoDate[]) =>
    days.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null
  const close = closest(may.filter(each => named.includes(each)))
  return close !== null && Math.abs(daysBetween(today, close)) < 731 ? close : closest(may)
}

function dayOf(day: number, month: number, year: number): IsoDate | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isoDateSchema.safeParse(iso).data ?? null
}

const inFull = (day: IsoDate) => `${weekdayOf(day)} ${dayInWords(day)}`
