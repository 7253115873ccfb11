import { describe, expect, test } from 'vitest'
import { districtOf, isWholePostcode, readCost, readWhen } from '../../src/shared/directory/index.ts'
import { referrers, signsIn, waysIn } from '../../src/shared/directory/way-in.ts'

/** What the words that a team writes for families tell a filter. */

const said = (words: string) =>
  readWhen(words).sessions.map(({ day, ofMonth, interval, opens, closes }) =>
    [ofMonth ?? '', day, interval === 2 ? '/2' : '', opens === null ? '' : ` ${opens}-${closes}`].join(''),
  )

describe('when', () => {
  test.each<[string, string[]]>([
    ['Sundays, 4.30pm to 5.30pm', ['SU 16:30-17:30']],
    ['Monday to Wednesday, 9am to noon', ['MO 09:00-12:00', 'TU 09:00-12:00', 'WE 09:00-12:00']],
    ['Friday to Monday', ['FR', 'SA', 'SU', 'MO']],
    ['Weekends, 1 to 3pm', ['SA 13:00-15:00', 'SU 13:00-15:00']],
    ['Saturdays, 10 to 1pm', ['SA 10:00-13:00']],
    ['Tuesdays, 1pm to 3pm, and the first Saturday of the month', ['TU 13:00-15:00', '1SA']],
    ['Last Monday of the month, 7pm to 8.30pm', ['-1MO 19:00-20:30']],
    ['Every other Tuesday, 4.30pm to 6pm', ['TU/2 16:30-18:00']],
    ['Monday, 9am to 5pm. Saturday, 9am to noon.', ['MO 09:00-17:00', 'SA 09:00-12:00']],
    ['Saturdays from April to October, 10am to 1pm', ['SA 10:00-13:00']],
    ['Thursdays. Closed on Fridays.', ['TH']],
    ['Open four nights a week and two weekends a month', []],
    ['Mondays, 5pm to 3pm', ['MO']],
    ['Mondays, 10 to 12', ['MO']],
    ['Sunday best, 25pm to 99pm', ['SU']],
    ['Term time', []],
    ['', []],
  ])('“%s” is %j', (words, expected) => expect(said(words)).toEqual(expected))

  test('evenings begin at five, and holidays are there where the words say so', () => {
    const late = (words: string) => readWhen(words).evenings
    expect([late('Mondays, 5pm to 6pm'), late('Mondays, 4.59pm to 6pm'), late('Workshops most evenings')]).toEqual([
      true,
      false,
      true,
    ])
    const away = (words: string) => readWhen(words).holidays
    expect([away('Easter and October half term'), away('Term time'), away('Not in the holidays')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

test.each([
  ['Free', 'free', 0],
  ['Free to borrow', 'free', 0],
  ['Free for most students under 19', 'depends', null],
  ['Free. The council may ask adults to pay.', 'depends', null],
  ['£4.50. One carer swims free.', 'charge', 4.5],
  ['£3 to £6 a journey', 'charge', null],
  ['Depends on a money check', 'depends', null],
  [' ', 'unsaid', null],
] as const)('a cost of “%s” is %s', (words, kind, amount) => expect(readCost(words)).toEqual({ kind, amount }))

test.each<[string, string[]]>([
  ['No referral needed', ['yourself']],
  ['Health professional', ['health']],
  ['Families and professionals can ask', ['yourself', 'school', 'health', 'social-care']],
  ['Through the Children’s front door', ['social-care']],
  ['Through an EHC plan', ['plan']],
  ['School or nursery, or the telephone hour', ['school']],
  ['', []],
])('a referral of “%s” is by %j', (words, expected) =>
  expect(signsIn(words, referrers).map(({ name }) => name)).toEqual(expected),
)

test.each<[string, string[]]>([
  ['Just come, or text first.', ['come', 'ask']],
  ['Book online or at the door.', ['come', 'book', 'form']],
  ['Ring or email.', ['ask']],
  ['Your doctor, therapist or nurse refers you. Ring us yourself for repairs.', ['ask', 'referred']],
  ['Apply in the spring through the college.', ['form', 'referred']],
  ['Whatever.', []],
])('“%s” is a way in by %j', (words, expected) =>
  expect(signsIn(words, waysIn).map(({ name }) => name)).toEqual(expected),
)

test.each([
  ['SS2', 'SS2', false],
  ['ss2 6er', 'SS2', true],
  ['SS26ER', 'SS2', true],
  ['SS11AA', 'SS1', true],
  ['SS11', 'SS11', false],
  ['EC1A 1BB', 'EC1A', true],
  ['Leigh', null, false],
  ['', null, false],
] as const)('the postcode “%s” stands in %s', (words, district, whole) => {
  expect(districtOf(words)).toBe(district)
  expect(isWholePostcode(words)).toBe(whole)
})
