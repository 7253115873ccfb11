import { expect, test } from 'vitest'
import { hoursIn, sameHours } from '../../src/shared/checks/site/opening-hours.ts'

const shown = (text: string) => {
  const hours = hoursIn(text)
  return hours && [...hours].map(([day, times]) => `${day.slice(0, 2)} ${times}`).join(', ')
}

test.each([
  ['Monday to Friday, 9am to 5pm', 'mo 540 1020, tu 540 1020, we 540 1020, th 540 1020, fr 540 1020'],
  ['Monday to Tuesday, 9am to 5pm. Friday, 9am to 4.30pm', 'mo 540 1020, tu 540 1020, fr 540 990'],
  ['Monday 9am to 5pm, Friday 9am to noon', 'mo 540 1020, fr 540 720'],
  ['Mondays and Fridays, 2 to 5pm', 'mo 840 1020, fr 840 1020'],
  ['Saturdays: 9:30–13:00', 'sa 570 780'],
])('%s', (text, hours) => {
  expect(shown(text)).toBe(hours)
})

test.each([
  '',
  'Monday to Friday in term time',
  'Saturdays from April to October, 10am to 1pm',
  'Last Monday of the month, 7pm to 8.30pm',
  'Monday to Friday, 8am to 5pm. From 7am for problems on the day',
  'Open all day, every day',
  'By appointment',
])('is silent about what says more than days and hours: %j', text => {
  expect(hoursIn(text)).toBeNull()
})

test('the same times are the same however they are written', () => {
  const [one, other] = [hoursIn('Mon–Fri 9–5pm'), hoursIn('Monday to Friday, 9.00am to 5.00pm')]
  expect(one && other && sameHours(one, other)).toBe(true)
})
