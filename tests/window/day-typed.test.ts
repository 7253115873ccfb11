import { describe, expect, test } from 'vitest'
import { dayTrouble, meaningOf, type Near, understood } from '../../src/renderer/ui/day-typed.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'

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
    '“%s” does not say a whole day, and stays as it was typed',
    typed => {
      expect(meaningOf(typed)).toBe(typed)
      expect(dayTrouble(typed)).toBe(
        `“${typed}” is no day. Write the day, the month and the year, such as 3 April 2027 or 3/4/2027.`,
      )
    },
  )

  const asked = (near: Near) => ({ today: isoDateSchema.parse('2026-11-24'), near })

  // 24 November 2026 is a Tuesday.
  test.each<[string, Near, string, RegExp]>([
    [
      '3 March',
      'past',
      '2026-03-03',
      /^Understood as Tuesday 3 March 2026\. If you mean another year, write it too\.$/,
    ],
    ['3rd march', 'ahead', '2027-03-03', /Wednesday 3 March 2027/],
    ['1 December', 'past', '2025-12-01', /2025/],
    ['1 December', 'any', '2026-12-01', /2026/],
    ['24 November', 'past', '2026-11-24', /2026/],
    ['Wednesday 3 March', 'any', '2027-03-03', /2027/],
    ['29 February', 'past', '2024-02-29', /2024/],
    ['3/3', 'past', '2026-03-03', /^Understood as Tuesday 3 March 2026\. If you/],
    ['3/4', 'past', '2026-04-03', /Friday 3 April 2026\. The day comes before the month\. If you/],
    ['3.4.', 'ahead', '2027-04-03', /The day comes before the month/],
    ['3/4/27', 'past', '2027-04-03', /^Understood as Saturday 3 April 2027\. The day comes before the month\.$/],
    ['31/12/99', 'past', '1999-12-31', /^Understood as Friday 31 December 1999\.$/],
    ['1/9/62', 'past', '1962-09-01', /1962/],
    ['31/12/46', 'past', '2046-12-31', /2046/],
    ['31/12/47', 'past', '1947-12-31', /1947/],
    ['31/12/99', 'ahead', '2099-12-31', /2099/],
    ['1.9.76', 'any', '2076-09-01', /2076/],
    ['1.9.77', 'any', '1977-09-01', /1977/],
    [
      'Monday 3 March',
      'ahead',
      '2027-03-03',
      /^3 March 2027 is a Wednesday\. If you mean another year, write it too\.$/,
    ],
    ['Monday 3 March 2027', 'any', '2027-03-03', /^3 March 2027 is a Wednesday\.$/],
    ['Yesterday', 'past', '2026-11-23', /^Yesterday is Monday 23 November 2026\.$/],
    ['today', 'ahead', '2026-11-24', /Tuesday 24 November 2026/],
    ['tomorrow', 'ahead', '2026-11-25', /Wednesday 25 November 2026/],
    [
      'Monday',
      'past',
      '2026-11-23',
      /Monday 23 November 2026\. If you mean another Monday, write its day, such as 30 Nov/,
    ],
    ['mon', 'ahead', '2026-11-30', /such as 23 November 2026/],
    ['Tues.', 'past', '2026-11-24', /Tuesday 24 November 2026/],
    ['weds', 'any', '2026-11-25', /Wednesday 25/],
    ['last Tuesday', 'past', '2026-11-17', /^Last Tuesday was Tuesday 17 November 2026\.$/],
    ['next Thursday', 'ahead', '2026-11-26', /the week after, write 3 December 2026/],
  ])('“%s”, looking at the %s, is understood and said in full', (typed, near, day, said) => {
    expect(meaningOf(` ${typed} `, asked(near))).toBe(day)
    expect(dayTrouble(typed, asked(near))).toBeNull()
    expect(understood(typed, asked(near))?.guessed).toMatch(said)
  })

  test.each(['31/2', '30 February', '13/13', 'satire', 'next week', '3/4/202', '3/327', '3.327', '3', 'March'])(
    '“%s” is no day, whatever is left out',
    typed => expect(dayTrouble(typed, asked('any'))).toContain(`“${typed}” is no day.`),
  )

  test('of a day that is said whole, nothing had to be guessed', () => {
    expect(understood('3 April 2027', asked('past'))).toEqual({ day: '2027-04-03', guessed: null })
  })

  test('none is no trouble', () => expect([meaningOf('  '), dayTrouble('  ')]).toEqual(['', null]))
})
