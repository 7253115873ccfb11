/**
 * What the words under “When” say of days and times. A team writes them once, for families; the filters and Open Referral
 * read the same words. What is not understood here is only not found by day: nothing is guessed.
 */

export const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Day = (typeof days)[number]

export interface Session {
  day: Day
  /** Which one of the month, the last being -1; null for every week. */
  ofMonth: number | null
  /** 2 for every other week. */
  interval: 1 | 2
  /** `16:30`; null where the words give no times. */
  opens: string | null
  closes: string | null
}

export interface When {
  sessions: readonly Session[]
  evenings: boolean
  holidays: boolean
}

const dayWord = '(mon|tues?|wednes|thurs?|fri|satur|sun)days?'
const clock = String.raw`(?:(\d{1,2})(?:[.:](\d\d))?\s?(am|pm)?|(noon|midday|midnight))`
const phrase = new RegExp(
  [
    String.raw`\b(?<nth>first|second|third|fourth|last) ${dayWord.replace('(', '(?<nthDay>')}\b`,
    String.raw`\bevery other ${dayWord.replace('(', '(?<otherDay>')}\b`,
    String.raw`\b${dayWord.replace('(', '(?<fromDay>')} to ${dayWord.replace('(', '(?<toDay>')}\b`,
    String.raw`\b${dayWord.replace('(', '(?<oneDay>')}\b`,
    String.raw`\b(?<many>weekdays?|weekends?(?! a month)|every day|daily)\b`,
    String.raw`\b(?<times>${clock} ?(?:to|until|–|-) ?${clock})(?![\d%])`,
  ].join('|'),
  'gi',
)
/** “Closed on Mondays” names a day on which nobody is there. */
const notThen = /\b(?:closed|except|apart from|not on|no sessions?)\b/i
const nths: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 }

/** `9.30am to 4pm, Mondays` is Monday from 09:30 to 16:00. */
export function readWhen(words: string): When {
  const sessions = words
    .split(/[.;](?=\s|$)|\n/)
    .flatMap(sentence => (notThen.test(sentence) ? [] : inSentence(sentence)))
  const late = sessions.some(({ opens }) => opens !== null && opens >= '17:00')
  return {
    sessions,
    evenings: late || /\b(?:evenings?|nights?)\b/i.test(words),
    holidays:
      /\b(?:holidays?|half[ -]terms?|all year|every day)\b/i.test(words) && !/\bnot (?:in|during)\b/i.test(words),
  }
}

/** Times belong to the days before them that have none yet. */
function inSentence(sentence: string): Session[] {
  const sessions: Session[] = []
  let waiting: Session[] = []
  for (const { groups = {} } of sentence.matchAll(phrase)) {
    if (groups.times === undefined) {
      const found = sessionsIn(groups)
      waiting = waiting.concat(found)
      sessions.push(...found)
      continue
    }
    const range = timesIn(groups.times)
    if (range !== null) for (const session of waiting) Object.assign(session, range)
    waiting = []
  }
  return sessions
}

function sessionsIn(groups: Readonly<Record<string, string | undefined>>): Session[] {
  const { nth, nthDay, otherDay, fromDay, toDay, oneDay, many } = groups
  const plain = { ofMonth: null, interval: 1, opens: null, closes: null } as const
  const of = (word: string | undefined) => days.filter(day => word?.toUpperCase().startsWith(day) === true)
  if (nth !== undefined) return of(nthDay).map(day => ({ ...plain, day, ofMonth: nths[nth.toLowerCase()] ?? null }))
  if (otherDay !== undefined) return of(otherDay).map(day => ({ ...plain, day, interval: 2 }))
  if (fromDay !== undefined) return between(of(fromDay)[0], of(toDay)[0]).map(day => ({ ...plain, day }))
  if (many !== undefined) return manyDays(many.toLowerCase()).map(day => ({ ...plain, day }))
  return of(oneDay).map(day => ({ ...plain, day }))
}

function between(from: Day | undefined, to: Day | undefined): readonly Day[] {
  if (from === undefined || to === undefined) return []
  const [first, last] = [days.indexOf(from), days.indexOf(to)]
  return last < first ? [...days.slice(first), ...days.slice(0, last + 1)] : days.slice(first, last + 1)
}

function manyDays(words: string): readonly Day[] {
  if (words.startsWith('weekday')) return days.slice(0, 5)
  return words.startsWith('weekend') ? days.slice(5) : days
}

const oneClock = new RegExp(`^${clock}$`, 'i')

/** “1 to 3pm” is 13:00 to 15:00: half of the day is said once for both. Two bare numbers are no times. */
function timesIn(words: string): { opens: string; closes: string } | null {
  const [from = '', to = ''] = words.split(/ ?(?:\bto\b|\buntil\b|–|-) ?/)
  const half = /(am|pm)$/i.exec(to)?.[1] ?? ''
  const closes = minutesIn(to, '')
  const own = minutesIn(from, '')
  const lent = own ?? minutesIn(from, half)
  const opens = own === null && lent !== null && closes !== null && lent > closes ? minutesIn(from, 'am') : lent
  return opens === null || closes === null || opens >= closes
    ? null
    : { opens: asClock(opens), closes: asClock(closes) }
}

function minutesIn(words: string, half: string): number | null {
  const [, hour, minute = '0', own, named] = oneClock.exec(words.trim()) ?? []
  if (named !== undefined) return named.toLowerCase() === 'midnight' ? 24 * 60 - 1 : 12 * 60
  const said = (own ?? half).toLowerCase()
  if (hour === undefined || said === '' || Number(hour) > 12 || Number(hour) < 1 || Number(minute) > 59) return null
  return ((Number(hour) % 12) + (said === 'pm' ? 12 : 0)) * 60 + Number(minute)
}

function asClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
