import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { instantSchema, isoDateSchema } from '../../src/shared/content/index.ts'
import { type CalendarPage, calendarFileOf } from '../../src/shared/review/index.ts'

const page = (rest: Partial<CalendarPage> = {}): CalendarPage => ({
  id: '01JD0000000000000000000001',
  title: 'Travel to school',
  path: 'pages/education/travel.md',
  ownerName: 'Priya Nair',
  due: isoDateSchema.parse('2026-12-31'),
  reason: 'Every 6 months, as the team does.',
  said: instantSchema.parse('2026-11-02T09:15:30.250Z'),
  revision: 7,
  ...rest,
})

/** The file as somebody else's library reads it. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { calendar, events: calendar.getAllSubcomponents('vevent').map(each => new ICAL.Event(each)) }
}

const awkward: readonly (readonly [string, string])[] = [
  ['commas, semicolons and colons', 'Travel; to school, and back: by bus'],
  ['backslashes', 'C:\\new\\folder \\n \\, \\;'],
  ['quotation marks', 'What “short break” and "respite" mean'],
  ['nothing at all', ''],
  ['Welsh and Urdu', 'Cludiant i’r ysgol – ŵŷ; اسکول تک سفر, اور واپسی'],
  ['two thousand letters', 'A very long title '.repeat(120)],
  // Each begins where the line is broken, one octet later than the one before: every way to break inside it.
  ...Array.from({ length: 8 }, (_, more): [string, string] => [
    `a family at the fold, ${more} octets further`,
    `${'x'.repeat(52 + more)}👩‍👧‍👦, 🧑🏽‍🦽; and ${'é'.repeat(60)}`,
  ]),
]

describe('a calendar file', () => {
  test.each(awkward)('brings back a title with %s', (_, title) => {
    const text = calendarFileOf([page({ title }), page({ id: '01JD0000000000000000000002' })])
    expect(readBack(text).events.map(({ summary }) => summary)).toEqual([
      `Check “${title}”`,
      'Check “Travel to school”',
    ])
  })

  test.each(awkward)('has whole lines of 75 octets at most with %s', (_, title) => {
    const text = calendarFileOf([page({ title, reason: title })])
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = text.split('\r\n').map(line => Buffer.from(line))
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(75)
    // Decoded one by one, as a reader does that takes lines before it joins them: no character was cut in two.
    expect(lines.map(line => line.toString()).join('')).not.toContain('\ufffd')
  })

  test('keeps the lines of what it says, whichever way they end', () => {
    const { events } = readBack(calendarFileOf([page({ title: 'One\r\nTwo\rThree\nFour' })]))
    expect(events.map(({ summary }) => summary)).toEqual(['Check “One\nTwo\nThree\nFour”'])
    expect(events.map(({ description }) => description)).toEqual([
      'Every 6 months, as the team does.\nLooked after by Priya Nair.\npages/education/travel.md',
    ])
  })

  test('has a name, and an event for a whole day that leaves the day free', () => {
    const { calendar, events } = readBack(calendarFileOf([page()]))
    expect(calendar.getFirstPropertyValue('name')).toBe('Pages to check')
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Pages to check')
    const [event] = events
    expect(event?.startDate.isDate).toBe(true)
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2026-12-31', '2027-01-01'])
    expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  })

  test('names the same page the same whatever is said of it, and bears the moment of the facts', () => {
    const [one, other] = [page(), page({ title: 'Other', ownerName: '', due: isoDateSchema.parse('2027-03-01') })].map(
      each => readBack(calendarFileOf([each])).events[0],
    )
    expect(one?.uid).toBe('01JD0000000000000000000001@signpost')
    expect(other?.uid).toBe(one?.uid)
    expect(String(one?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-02T09:15:30Z')
  })

  test('says what Outlook asks: how it is published, how often to look again, and which form of an event is newer', () => {
    const { calendar, events } = readBack(calendarFileOf([page()]))
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Signpost//Review dates//EN')
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H')
    expect(calendar.getFirstProperty('refresh-interval')?.type).toBe('duration')
    expect(calendar.getFirstPropertyValue('x-published-ttl')).toBe('PT1H')
    const [event] = events
    expect(event?.sequence).toBe(7)
    expect(String(event?.component.getFirstPropertyValue('last-modified'))).toBe('2026-11-02T09:15:30Z')
    expect(event?.component.getFirstProperty('dtstart')?.type).toBe('date')
  })

  test('of no page is a calendar with nothing in it', () => {
    expect(readBack(calendarFileOf([])).events).toEqual([])
  })
})
