import { describe, expect, test } from 'vitest'
import {
  ago,
  calendarDay,
  clockTime,
  dayAndTime,
  daysUntil,
  dueIn,
  fullDay,
  shortDay,
} from '../../src/renderer/words/dates.ts'

const zone = 'Europe/London'
const now = new Date('2026-11-22T10:42:30Z')

describe('a moment, as a colleague would say it', () => {
  test.each([
    ['2026-11-22T10:42:00Z', 'today 10:42'],
    ['2026-11-21T23:59:00Z', 'yesterday 23:59'],
    ['2026-11-19T14:02:00Z', 'Thursday 14:02'],
    ['2026-11-16T09:00:00Z', 'Monday 09:00'],
    ['2026-11-15T09:00:00Z', '15 November 09:00'],
    ['2026-06-03T08:15:00Z', '3 June 09:15'],
    ['2025-06-03T08:15:00Z', '3 June 2025 09:15'],
  ])('%s is %s', (instant, words) => {
    expect(dayAndTime(instant, now, zone)).toBe(words)
  })

  test('a day is the day of the reader’s zone, not of Greenwich', () => {
    expect(dayAndTime('2026-07-01T23:30:00Z', new Date('2026-07-02T08:00:00Z'), zone)).toBe('today 00:30')
    expect(clockTime('2026-07-01T23:30:00Z', 'UTC')).toBe('23:30')
  })

  test('what just happened is counted in minutes, for an hour', () => {
    expect(ago('2026-11-22T10:42:00Z', now, zone)).toBe('just now')
    expect(ago('2026-11-22T10:41:20Z', now, zone)).toBe('1 minute ago')
    expect(ago('2026-11-22T09:43:00Z', now, zone)).toBe('59 minutes ago')
    expect(ago('2026-11-22T09:30:00Z', now, zone)).toBe('today 09:30')
  })

  test('a clock that runs behind says “just now”, never a time to come', () => {
    expect(ago('2026-11-22T10:50:00Z', now, zone)).toBe('just now')
  })
})

describe('a calendar day', () => {
  test.each([
    ['2026-11-22', 'today', 0],
    ['2026-11-23', 'tomorrow', 1],
    ['2026-11-27', 'Friday', 5],
    ['2026-11-05', '5 November', -17],
    ['2027-03-01', '1 March 2027', 99],
  ])('%s is %s', (date, words, days) => {
    expect(calendarDay(date, now, zone)).toBe(words)
    expect(daysUntil(date, now, zone)).toBe(days)
  })

  test('the day when the clocks change is one day long', () => {
    expect(daysUntil('2026-10-26', new Date('2026-10-24T22:30:00Z'), zone)).toBe(2)
  })

  test('in a column its month is short', () => {
    expect(['2026-11-27', '2026-12-03', '2027-12-03'].map(date => shortDay(date, now, zone))).toEqual([
      'Friday',
      '3 Dec',
      '3 Dec 2027',
    ])
  })

  test('the head of the week says it in full', () => {
    expect(fullDay('2026-11-22')).toBe('Sunday 22 November')
  })
})

test.each([
  ['2026-11-05', -17, '17 days late'],
  ['2026-11-21', -1, '1 day late'],
  ['2026-11-22', 0, 'Today'],
  ['2026-11-23', 1, 'Tomorrow'],
  ['2026-11-27', 5, 'Friday'],
  ['2026-11-30', 8, 'Next week'],
  ['2026-12-20', 28, 'In 4 weeks'],
])('a review due on %s (%i days) is “%s”', (date, days, words) => {
  expect(dueIn(date, days)).toBe(words)
})
