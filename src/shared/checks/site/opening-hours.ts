/** Opening times by day: `monday` to the minutes after midnight at which it opens and closes. */
export type Hours = ReadonlyMap<string, string>

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const day = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?'
const time = '(?:\\d{1,2}(?:[.:]\\d{2})? ?(?:am|pm)?|noon|midday|midnight)'
const to = ' ?(?:to|until|till|–|—|-) ?'
const clause = new RegExp(
  `^(?:open )?(?:from )?(?:every )?(?<first>${day})(?:${to}(?<last>${day})|(?<more>(?:(?:, ?| and | & )${day})*))[ ,:]*(?:from )?(?<from>${time})${to}(?<until>${time})$`,
  'i',
)
/** The end of a sentence or line; or a day that follows a time. */
const between = new RegExp(`[;\\n]|\\.(?!\\d)|(?<=\\d ?(?:am|pm)|noon|midday|midnight),? (?:and )?(?=${day}\\b)`, 'i')

/**
 * Opening times as they are usually written: “Monday to Thursday, 9am to 5pm. Friday, 9am to 4.30pm”. Null where anything
 * else is said too (term time, appointments): such times cannot be compared.
 */
export function hoursIn(text: string): Hours | null {
  const clauses = text
    .split(between)
    .map(each => each.trim())
    .filter(each => each !== '')
  const hours = new Map<string, string>()
  for (const each of clauses) {
    const { first = '', last, more = '', from = '', until = '' } = clause.exec(each)?.groups ?? {}
    const [opens, closes] = [minutes(from, until), minutes(until, '')]
    const named = daysOf(first, last, more)
    if (named.length === 0 || opens === null || closes === null) return null
    for (const name of named) hours.set(name, `${opens} ${closes}`)
  }
  return hours.size === 0 ? null : hours
}

export function sameHours(one: Hours, other: Hours): boolean {
  return one.size === other.size && [...one].every(([name, times]) => other.get(name) === times)
}

function daysOf(first: string, last: string | undefined, more: string): string[] {
  const from = indexOf(first)
  if (from < 0) return []
  if (last === undefined) {
    const others = more.split(/, ?| and | & /).filter(each => each !== '')
    return [first, ...others].flatMap(each => days[indexOf(each)] ?? [])
  }
  const until = indexOf(last)
  return until < from ? [] : days.slice(from, until + 1)
}

function indexOf(name: string): number {
  const start = name.toLowerCase().slice(0, 3)
  return start === '' ? -1 : days.findIndex(each => each.startsWith(start))
}

function minutes(text: string, next: string): number | null {
  const plain = text.toLowerCase().replaceAll(' ', '')
  if (plain === 'noon' || plain === 'midday') return 12 * 60
  if (plain === 'midnight') return 24 * 60
  const [, hour, minute, half] = /^(\d{1,2})(?:[.:](\d{2}))?(am|pm)?$/.exec(plain) ?? []
  if (hour === undefined) return null
  const named = half ?? halfBefore(Number(hour), next)
  // “09:00” says it all; “9” alone says nothing.
  if (named === '') return minute === undefined ? null : Number(hour) * 60 + Number(minute)
  return ((Number(hour) % 12) + (named === 'pm' ? 12 : 0)) * 60 + Number(minute ?? 0)
}

/** “9 to 5pm” begins in the morning, “2 to 5pm” in the afternoon; where no time says which half, none is known. */
function halfBefore(hour: number, next: string): string {
  const [, nextHour = '', half = ''] = /^(\d{1,2})(?:[.:]\d{2})? ?(am|pm)$/.exec(next.toLowerCase().trim()) ?? []
  return half === 'pm' && hour % 12 > Number(nextHour) % 12 ? 'am' : half
}
