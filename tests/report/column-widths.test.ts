import { describe, expect, test } from 'vitest'
import { columnWidths } from '../../src/main/report/column-widths.ts'
import { wordsWide } from '../../src/main/report/letter-widths.ts'

const source = { kind: 'publish' as const, id: 'one', page: null, title: 'A publish', said: '' }

/** The width of the text on A4, in twips. */
const page = 9_638

const gaps = {
  columns: ['Requirement', 'Where it stands', 'Since', 'Who', 'What next', 'By'],
  rows: [
    ['SE7-EF-01', 'Closed', '4 March 2026', 'Priya Nair', 'Nothing', ''],
    [
      'SE7-HE-12',
      'Open',
      '11 September 2026',
      'Sam Oduya',
      'Ask the designated clinical officer for the words that say how a family can complain about a therapy, and put them on the page about therapies.',
      '1 December 2026',
    ],
  ],
}

describe('the columns of a table in Word', () => {
  test('each have room for their longest word, also beside a cell of many words', () => {
    const widths = columnWidths(gaps, page)
    const longest = gaps.columns.map((column, at) =>
      Math.max(
        ...[column, ...gaps.rows.map(row => row[at] ?? '')]
          .join(' ')
          .split(' ')
          .map(word => word.length),
      ),
    )
    // Six points a letter, and nine points beside it.
    for (const [at, width] of widths.entries()) expect(width).toBeGreaterThanOrEqual((longest[at] ?? 0) * 120 + 180)
  })

  test('are together as wide as the page, and the one that says most is the widest', () => {
    const widths = columnWidths(gaps, page)
    const all = widths.reduce((sum, width) => sum + width, 0)
    expect(all).toBeLessThanOrEqual(page)
    expect(all).toBeGreaterThan(page - 10)
    expect(widths.indexOf(Math.max(...widths))).toBe(4)
  })

  test('divide only the longest words where these do not fit beside each other', () => {
    const widths = columnWidths({ columns: ['Judgement', 'x'.repeat(100), 'Comment', 'x'.repeat(50)], rows: [] }, page)
    const all = widths.reduce((sum, width) => sum + width, 0)
    expect(all).toBeLessThanOrEqual(page)
    expect(all).toBeGreaterThan(page - 10)
    expect(widths[1]).toBe(widths[3])
    expect(widths[0]).toBe(wordsWide('Judgement') + 200)
    expect(widths[2]).toBe(wordsWide('Comment') + 200)
  })

  test.each([
    // Measured in the files of Liberation Sans Bold, which is as wide as Arial: thousandths of 11.5 points, in twips.
    ['Judgement', 1227],
    ['Comments', 1189],
    ['Who', 498],
    ['', 0],
  ])('know how wide “%s” is', (words, wide) => {
    expect(Math.abs(wordsWide(words) - wide)).toBeLessThanOrEqual(2)
  })

  test('of figures are as wide as their headers, and stand together at the side of what they count', () => {
    const figure = (many: number) => ({ id: 'yes', label: 'Yes', from: Array<typeof source>(many).fill(source) })
    const columns = ['Strand', 'Yes', 'Limited', 'Not judged']
    const rows = ['Travel', 'Education strand'].map(strand => [strand, figure(4), figure(12), figure(0)])
    const [strand = 0, ...numbers] = columnWidths({ columns, rows }, page)
    expect(numbers).toEqual(columns.slice(1).map(header => wordsWide(header) + 200))
    expect(strand).toBe(page - numbers.reduce((all, each) => all + each, 0))
  })

  test('of figures alone are as wide as each other', () => {
    const figure = (many: number) => ({ id: 'pages', label: 'Pages', from: Array<typeof source>(many).fill(source) })
    const widths = columnWidths({ columns: ['2024', '2025'], rows: [[figure(3), figure(12)]] }, page)
    expect(widths[0]).toBe(widths[1])
  })
})
