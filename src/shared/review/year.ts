import type { IsoDate } from '../content/ids.ts'
import { addInterval } from './dates.ts'
import { type Holiday, holidaysOf } from './holidays.ts'
import type { PageState } from './records.ts'

/** What the year asks of the team: how many reviews fall when, and on whom. */

/** A row of the year. Every page that is not withdrawn stands in exactly one of them. */
export interface Span<T> {
  /** `late`, a month as `2026-11`, `later` for what comes after the twelve months, or `none` for pages without a date. */
  id: string
  /** School holidays of which a day falls in the month. */
  holidays: readonly Holiday[]
  /** What is most pressing first. */
  pages: readonly T[]
}

export interface Year<T> {
  /** Late first, then this month and the eleven after it, then later, then what has no date. */
  spans: readonly Span<T>[]
  /** Everybody who looks after one of the pages; nobody, as an empty string, comes last. */
  owners: readonly string[]
}

export interface YearPage {
  owner: string
  state: PageState
  reviewDue: IsoDate | null
}

export function yearOf<T extends YearPage>(all: readonly T[], today: IsoDate, own: readonly Holiday[]): Year<T> {
  const pages = all.filter(({ state }) => state !== 'withdrawn')
  const found = Map.groupBy(
    pages.toSorted((a, b) => compare(a.reviewDue ?? '', b.reviewDue ?? '')),
    ({ reviewDue }) => spanOf(reviewDue, today),
  )
  const span = (id: string, holidays: readonly Holiday[] = []) => ({ id, holidays, pages: found.get(id) ?? [] })
  const owners = new Set(pages.map(({ owner }) => owner))
  return {
    spans: [
      span('late'),
      ...monthsFrom(today).map(month => span(month, holidaysIn(month, own))),
      span('later'),
      span('none'),
    ],
    owners: [...owners].toSorted((a, b) => Number(a === '') - Number(b === '') || compare(a, b)),
  }
}

/** What is due today is not late yet: there is a day to do it. */
function spanOf(due: IsoDate | null, today: IsoDate): string {
  if (due === null) return 'none'
  if (due < today) return 'late'
  const month = due.slice(0, 7)
  return monthsFrom(today).includes(month) ? month : 'later'
}

function monthsFrom(today: IsoDate): string[] {
  const first = `${today.slice(0, 7)}-01` as IsoDate
  return Array.from({ length: 12 }, (_, at) => (addInterval(first, `${at} months`) ?? first).slice(0, 7))
}

/** A holiday may have begun in the year before. */
function holidaysIn(month: string, own: readonly Holiday[]): Holiday[] {
  const year = Number(month.slice(0, 4))
  return [...holidaysOf(year - 1, own), ...holidaysOf(year, own)].filter(
    ({ from, to }) => from.slice(0, 7) <= month && month <= to.slice(0, 7),
  )
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
