import type { Instant, IsoDate } from '../content/ids.ts'
import { addDays } from './dates.ts'

/** One page of a calendar of review dates. */
export interface CalendarPage {
  id: string
  title: string
  path: string
  /** The name of who looks after it, never an address: a calendar is read by more people than the team. Empty for nobody. */
  ownerName: string
  due: IsoDate
  reason: string
  /** When anything was last written or said of the page. */
  said: Instant
  /** Grows whenever anything is said that could move the date, and never shrinks. */
  revision: number
}

/**
 * An iCalendar file (RFC 5545): one all-day event for each page, on the day on which it is due. The same facts give the
 * same file, byte for byte, on every computer and at every hour. It names no ORGANIZER, which RFC 5546 (3.2.1) would have in
 * a calendar that is published: it would be somebody's email address.
 */
export function calendarFileOf(pages: readonly CalendarPage[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Signpost//Review dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The name by RFC 7986, section 5.1, and the name that Outlook reads.
    `NAME:${calendarName}`,
    `X-WR-CALNAME:${calendarName}`,
    // How often whoever follows the file looks again: by RFC 7986, section 5.7, and as Outlook reads it.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...pages.flatMap(event),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

const calendarName = 'Pages to check'

function event({ id, title, ownerName, due, reason, path, said, revision }: CalendarPage): string[] {
  const moment = new Date(said).toISOString().replace(/[-:]|\.\d+/g, '')
  const about = [reason, ownerName === '' ? '' : `Looked after by ${ownerName}.`, path].filter(Boolean).join('\n')
  return [
    'BEGIN:VEVENT',
    // The same page keeps its event when the file is imported again.
    `UID:${id}@signpost`,
    // Section 3.8.7.2: when this form of the event was made, which is when the facts became what they are.
    `DTSTAMP:${moment}`,
    `LAST-MODIFIED:${moment}`,
    // Section 3.8.7.4: a calendar that knows the event takes a later form for a newer one.
    `SEQUENCE:${revision}`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    // Section 3.6.1: the end of an event is the first day that it does not cover any more.
    `DTEND;VALUE=DATE:${compact(addDays(due, 1))}`,
    `SUMMARY:${escaped(`Check “${title}”`)}`,
    `DESCRIPTION:${escaped(about)}`,
    // A page to check takes nobody's day away: who plans a meeting finds it free.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const compact = (day: IsoDate): string => day.replaceAll('-', '')

/** Section 3.3.11. No other control character may stand in a text: one could begin a line of its own. */
function escaped(text: string): string {
  const safe = text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
  return safe.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
}

/** Section 3.1: no line longer than 75 octets, the space that begins a later one among them; none broken in a character. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > 75) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += more
  }
  return [...parts, part].join('\r\n ')
}

/** In UTF-8; half a character is written as the sign for a broken one, which has three as well. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
