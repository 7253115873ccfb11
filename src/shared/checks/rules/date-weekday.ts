import { type DateSaid, datesIn, isoOf, longDate, weekdayName, weekdayOf } from '../dates.ts'
import { type Finding, rule, type TextBlock } from '../rule.ts'
import { isOthers } from '../words/context.ts'

/** A weekday that the day is not, or a day that no calendar has. Without a year nobody can tell its weekday. */
export const dateWeekday = rule({
  id: 'date-weekday',
  severity: 'warning',
  wcag: [],
  source: 'SEND Code of Practice 2015, chapter 4: the Local Offer is accurate',
  why: 'One half of it is wrong, and a family that goes by the wrong half stands before a closed door.',
  on: {
    text: block => datesIn(block.text).flatMap(date => findingOf(block, date)),
  },
  examples: {
    fail: [
      'The fair is on Monday 14 January 2027.',
      'Come on Thu, 1st of May 2026.',
      'It closes on Wednesday, March 3rd, 2026.',
      'Apply by 31 November 2027.',
      'The group meets on 31 June each year.',
    ],
    pass: [
      'The fair is on Thursday 14 January 2027.',
      'Come on Saturday, 1st of May 2027.',
      'It closes on Tuesday 2 March.',
      'Open Monday to Friday, from 1 March 2027.',
      'In June 31 people came, on 29 February too.',
      'In May 2027, 29 February 2028 and March 2 people came.',
      'The letter said “Monday 14 January 2027”.',
    ],
  },
})

function findingOf(block: TextBlock, date: DateSaid): Finding[] {
  const { start, end, weekday, day, month, year } = date
  if (isOthers(block, { start, end })) return []
  const place = { path: block.path, start, end }
  const written = block.text.slice(start, end)
  if (year === null) {
    // “In June 31 people came” names no day.
    const isNone =
      /^\D*\d{1,2}(?:st|nd|rd|th)? (?:of )?\p{L}/u.test(written) && day < 32 && longDate(day, month, 2028) === null
    return isNone ? [{ message: `There is no such day as “${written}”.`, place }] : []
  }
  if (longDate(day, month, year) === null) return [{ message: `There is no such day as “${written}”.`, place }]
  const iso = isoOf(date)
  if (iso === null || weekday === null || weekdayName(weekday) === weekdayOf(iso)) return []
  return [{ message: `“${written}” is a ${weekdayOf(iso)}. Which of the two is right?`, place }]
}
