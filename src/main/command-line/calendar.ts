import type { DueRow } from './desk-port.ts'

/** An iCalendar file (RFC 5545): one all-day event for each page, on the day on which it is due. */
export function calendarOf(rows: readonly DueRow[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Signpost//Review dates//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Pages to check',
    ...rows.flatMap(row => event(row, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

function event({ id, title, owner, due, reason, path }: DueRow, stamp: string): string[] {
  const about = [reason, owner === '' ? '' : `Looked after by ${owner}.`, path].filter(Boolean).join('\n')
  return [
    'BEGIN:VEVENT',
    // The same page keeps its event when the file is imported again.
    `UID:${id}@signpost`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`,
    `SUMMARY:${escaped(`Check “${title}”`)}`,
    `DESCRIPTION:${escaped(about)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** Section 3.3.11. No other control character may stand in a text: one could begin a line of its own. */
function escaped(text: string): string {
  const safe = text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
  return safe.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
}

/** Section 3.1: no line longer than 75 octets, and none broken inside a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    const room = parts.length === 0 ? 75 : 74
    if (Buffer.byteLength(part + character) > room) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part].join('\r\n ')
}
