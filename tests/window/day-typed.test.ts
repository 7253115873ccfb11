import { describe, expect, test } from 'vitest'
import { dayTrouble, meaningOf } from '../../src/renderer/ui/day-typed.ts'

describe('a day that somebody types', () => {
  test.each([
    ['3/4/2027', '2027-04-03'],
    [' 03.04.2027 ', '2027-04-03'],
    ['3-4-2027', '2027-04-03'],
    ['3 4 2027', '2027-04-03'],
    ['2027-04-03', '2027-04-03'],
    ['3 April 2027', '2027-04-03'],
    ['Saturday 3rd of April 2027', '2027-04-03'],
    ['3 apr 2027', '2027-04-03'],
    ['29/2/2028', '2028-02-29'],
  ])('“%s” has its day first, and is a day', (typed, day) => {
    expect(meaningOf(typed)).toBe(day)
    expect(dayTrouble(typed)).toBeNull()
  })

  test.each(['31/2/2027', '29/2/2027', '4/13/2027', '3/4', '3 April', 'next week', '2027-13-01', '3/4/27'])(
    '“%s” is told to be no day, and stays as it was typed',
    typed => {
      expect(meaningOf(typed)).toBe(typed)
      expect(dayTrouble(typed)).toBe(
        `“${typed}” is no day. Write the day, the month and the year, such as 3 April 2027 or 3/4/2027.`,
      )
    },
  )

  test('none is no trouble', () => expect([meaningOf('  '), dayTrouble('  ')]).toEqual(['', null]))
})
