import { describe, expect, test } from 'vitest'
import { columnWidths } from '../../src/main/report/column-widths.ts'

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

  test('share the page by their longest words where these do not fit beside each other', () => {
    const widths = columnWidths({ columns: ['x'.repeat(100), 'x'.repeat(50)], rows: [] }, page)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(page)
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(13_200 / 6_700, 2)
  })

  test('of figures alone are as wide as each other', () => {
    const figure = (many: number) => ({ id: 'pages', label: 'Pages', from: Array<typeof source>(many).fill(source) })
    const widths = columnWidths({ columns: ['2024', '2025'], rows: [[figure(3), figure(12)]] }, page)
    expect(widths[0]).toBe(widths[1])
  })
})
