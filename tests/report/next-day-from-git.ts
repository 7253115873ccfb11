import { parse } from 'yaml'
import { z } from 'zod'
import type { Road } from './read-with-git.ts'

/** When a page is checked again, by another road: the rule as docs/architecture.md tells it, and none of the program’s own code. */

type Entry = Road['onDesk'][number]

const dayMs = 86_400_000
const number = (day: string) => Date.parse(day) / dayMs
const dayOf = (days: number) => new Date(days * dayMs).toISOString().slice(0, 10)

const settings = z.looseObject({
  sections: z.array(z.looseObject({ slug: z.string(), review: z.string().nullish() })),
  // With days of its own the team would be told of others than most schools have.
  review: z.looseObject({ holidays: z.undefined().optional(), avoidHolidays: z.undefined().optional() }).optional(),
})

export function nextDaysFromGit({ desk, texts, reviews }: Road, today: string): (entry: Entry) => string | null {
  const { sections } = settings.parse(parse(texts.get(desk.get('signpost.yml') ?? '') ?? ''))
  const everyOf = ({ path, review }: Entry): string => {
    const every = review.every ?? sections.find(({ slug }) => slug === path.split('/')[1])?.review
    // What the words of a page say of its risk is told by nobody but the program itself.
    if (!every) throw new Error(`“${path}” names no interval, so this road does not know its day`)
    return every
  }
  return entry => {
    const { last, due } = { last: entry.review.last ?? '', due: entry.review.due ?? null }
    const own = reviews.filter(({ page }) => page === entry.id)
    const checked = own
      .filter(({ kind }) => kind === 'accurate')
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .at(-1)
    const set = own.filter(each => each.kind === 'review-date' && (each.instead ?? null) === due).at(-1)
    if (set !== undefined && (checked === undefined || set.id > checked.id)) return z.string().parse(set.due)
    const day = checked === undefined ? '' : [checked.at.slice(0, 10), today].toSorted()[0]
    if (day !== undefined && day !== '' && day >= last) {
      const next = planned(entry.id, day, everyOf(entry))
      return due !== null && due > next ? due : next
    }
    return due ?? (last === '' ? null : planned(entry.id, last, everyOf(entry)))
  }
}

/** Up to four weeks before the interval is over, a tenth of it at most, on a day of school; at least some days to choose from. */
function planned(id: string, from: string, every: string): string {
  const end = number(after(from, every))
  const length = end - number(from)
  const back = Math.min(28, Math.floor(length / 10))
  const enough = Math.min(20, Math.ceil((back * 5) / 7) + 1)
  const open = Array.from({ length: Math.floor(length / 2) + 1 }, (_, days) => ({
    days,
    day: dayOf(end - days),
  })).filter(({ day }) => !isShut(day))
  const days = open.filter(({ days }, at) => days <= back || at < enough)
  return days[fnv(`${id} ${dayOf(end).slice(0, 4)}`) % days.length]?.day ?? dayOf(end)
}

function after(day: string, every: string): string {
  const [many = '', unit = ''] = every.split(' ')
  if (unit.startsWith('week')) return dayOf(number(day) + Number(many) * 7)
  const months = Number(many) * (unit.startsWith('year') ? 12 : 1)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + months, 0))
  return dayOf(lastDate.getTime() / dayMs - Math.max(0, lastDate.getUTCDate() - date))
}

/** Weekends, and the holidays that most schools in England have, by the Mondays that they begin on. */
function isShut(day: string): boolean {
  const at = number(day)
  // 1 January 1970 was a Thursday.
  if ((at + 3) % 7 > 4) return true
  const year = Number(day.slice(0, 4))
  const monday = (days: number) => days - ((days + 3) % 7)
  return [year - 1, year].some(each =>
    [
      [monday(number(`${each}-02-21`)), 5],
      [monday(easter(each)), 12],
      [monday(number(`${each}-05-31`)), 5],
      [number(`${each}-07-22`), number(`${each}-09-01`) - number(`${each}-07-22`) + 1],
      [monday(number(`${each}-10-31`)), 5],
      [monday(number(`${each}-12-25`)), 12],
    ].some(([first = 0, days = 0]) => at >= first && at < first + days),
  )
}

/** The Sunday after the first full moon of spring, by Gauss’s rule for 1900 to 2099. */
function easter(year: number): number {
  const d = (19 * (year % 19) + 24) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
  const days = d === 29 && e === 6 ? 28 : d === 28 && e === 6 && (11 * (year % 19) + 11) % 30 < 19 ? 27 : d + e
  return number(`${year}-03-22`) + days
}

/** FNV-1a with 32 bits, as its authors wrote it down. */
function fnv(text: string): number {
  return Number(
    [...text].reduce((hash, letter) => ((hash ^ BigInt(letter.charCodeAt(0))) * 16777619n) % 2n ** 32n, 2166136261n),
  )
}

export function isLate(road: Road, entry: Entry, today: string): boolean {
  const day = nextDaysFromGit(road, today)(entry)
  return day !== null && day < today
}
