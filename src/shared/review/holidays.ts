import type { IsoDate } from '../content/ids.ts'
import { addDays } from './dates.ts'

/** School holidays, in which nobody has time to check a page, and nobody is there who could be asked. */
export interface Holiday {
  name: string
  /** The first and the last day. */
  from: IsoDate
  to: IsoDate
}

const day = (year: number, month: number, date: number): IsoDate =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10) as IsoDate

/** 0 for Monday. */
export function weekdayOf(date: IsoDate): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

const mondayOf = (date: IsoDate): IsoDate => addDays(date, -weekdayOf(date))

/** Easter Sunday of the western churches: the algorithm of Meeus, Jones and Butcher (Astronomical Algorithms, chapter 8). */
export function easter(year: number): IsoDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return day(year, Math.floor(f / 31), (f % 31) + 1)
}

/**
 * The holidays that begin in a year as most schools in England have them. Each council sets its own terms, so a team can
 * write down others.
 */
export function usualHolidays(year: number): Holiday[] {
  const weeks = (name: string, monday: IsoDate, many: number) => ({
    name,
    from: monday,
    to: addDays(monday, many * 7 - 3),
  })
  return [
    weeks('February half term', mondayOf(day(year, 2, 21)), 1),
    weeks('Easter holidays', mondayOf(easter(year)), 2),
    weeks('May half term', mondayOf(day(year, 5, 31)), 1),
    { name: 'Summer holidays', from: day(year, 7, 22), to: day(year, 9, 1) },
    weeks('October half term', mondayOf(day(year, 10, 31)), 1),
    weeks('Christmas holidays', mondayOf(day(year, 12, 25)), 2),
  ]
}

/**
 * The holidays that begin in a year: the team's own, where it wrote down any of that year, and else the usual ones. What
 * ends before it begins is nothing.
 */
export function holidaysOf(year: number, own: readonly Holiday[]): readonly Holiday[] {
  const theirs = own.filter(({ from, to }) => from.startsWith(`${year}-`) && from <= to)
  return theirs.length > 0 ? theirs : usualHolidays(year)
}

/** Whether a school is open on a day: no weekend, and in no holiday. One may have begun in the year before. */
export function schoolDays(own: readonly Holiday[]): (date: IsoDate) => boolean {
  const years = new Map<number, readonly Holiday[]>()
  const holidays = (year: number) => {
    const found = years.get(year) ?? holidaysOf(year, own)
    years.set(year, found)
    return found
  }
  return date => {
    const year = Number(date.slice(0, 4))
    if (weekdayOf(date) > 4) return false
    return ![...holidays(year - 1), ...holidays(year)].some(({ from, to }) => from <= date && date <= to)
  }
}
