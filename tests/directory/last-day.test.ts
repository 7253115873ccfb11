import { expect, test } from 'vitest'
import { lastDayIn } from '../../src/shared/directory/index.ts'

test.each([
  ['Saturday 14 March 2026, 10am to noon', '2026-03-14'],
  ['14 March 2026 and 3rd april 2026', '2026-04-03'],
  ['Saturdays until 14 March 2026', '2026-03-14'],
  ['28 July 2026 to 1 August 2026', '2026-08-01'],
  ['Saturdays in term time, 10am to noon', null],
  ['Mondays from 14 March 2026', null],
  ['14 March 2026, then Mondays from 3 April 2026', null],
  ['14 March', null],
  ['31 February 2026', null],
  ['', null],
])('“%s” is on until %s', (schedule, day) => {
  expect(lastDayIn(schedule)).toBe(day)
})
