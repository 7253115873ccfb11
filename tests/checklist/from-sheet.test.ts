import { describe, expect, test } from 'vitest'
import { listFromRows, type SheetWish } from '../../src/shared/checklist/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { se7 } from '../sample/checklists.ts'

const wish: SheetWish = { title: 'Our template', version: '2026', columns: {} }
const top = ['No.', 'Strand', 'Requirement', 'Legal reference', 'Ages', 'Kind']

function sheet(
  rows: string[][],
  former: Parameters<typeof listFromRows>[2] = null,
  columns: SheetWish['columns'] = {},
) {
  const read = listFromRows(rows, { ...wish, columns }, former)
  if (isRefusal(read)) throw new Error(read.sentence)
  return read
}

describe('a template out of a spreadsheet', () => {
  test('is read by its headings, wherever they stand, with a strand that spans several rows', () => {
    const read = sheet([
      ['Local Offer template', '', '', '', '', ''],
      [],
      top,
      ['E1', 'Education', 'Says how schools help', 'Sch2 para 1; CoP 6.1', '4 to 16', 'page'],
      ['E2', '', 'Names somebody to ask', '', '', ''],
      [],
      ['H1', 'Health', 'Asks families every year', '', '0-25', 'evidence'],
    ])
    expect(read.columns).toMatchObject({ id: 'No.', section: 'Strand', text: 'Requirement', refs: 'Legal reference' })
    expect(read.list.id).toBe('our-template')
    expect(read.list.sections).toEqual({ education: 'Education', health: 'Health' })
    expect(read.list.added.E1).toMatchObject({
      section: 'education',
      refs: ['Sch2 para 1', 'CoP 6.1'],
      ageRange: '4-16',
    })
    expect(read.list.added.E2).toMatchObject({ section: 'education', kind: 'content' })
    expect(read.list.added.H1?.kind).toBe('process')
    expect(read.rows.map(({ row }) => row)).toEqual([4, 5, 7])
  })

  test('says by row what cannot be taken, and takes the others', () => {
    const read = sheet([
      top,
      ['E1', 'Education', 'Good', '', '', ''],
      ['E1', 'Education', 'The same number', '', '', ''],
      ['E2', 'Education', '', '', '', ''],
      ['E3', 'Education', '=HYPERLINK("x")', '', '', ''],
      ['E/4', 'Education', 'A number that is none', '', '', ''],
      ['E5', 'Education', 'x'.repeat(2001), '', '', ''],
      ['E6', 'Education', 'Another kind', '', '', 'banana'],
    ])
    expect(read.rows.map(({ row, trouble }) => [row, trouble.length])).toEqual([
      [2, 0],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 1],
      [7, 1],
      [8, 1],
    ])
    expect(Object.keys(read.list.added)).toEqual(['E1'])
    expect(read.rows[1]?.trouble[0]).toContain('row 2')
  })

  test('takes other columns where somebody says so, and none where they say none', () => {
    const rows = [
      ['A', 'B', 'Requirement'],
      ['E1', 'Says this', 'Not this'],
    ]
    expect(sheet(rows, null, { text: 'B', id: 'A' }).list.added.E1?.text).toBe('Says this')
    expect(Object.keys(sheet(rows, null, { id: null }).list.added)).toEqual(['OUR-TEMPLATE-2'])
  })

  test.each<[string, string[][]]>([
    ['is empty', []],
    ['has one column', [['Requirement'], ['One']]],
    [
      'has no column of requirements',
      [
        ['Name', 'Telephone'],
        ['Ann', '01632 960000'],
      ],
    ],
    ['has nothing under its headings', [top]],
  ])('is refused with a next step where it %s', (_, rows) => {
    expect(listFromRows(rows, wish, null)).toMatchObject({
      code: 'wrong-shape',
      nextStep: expect.stringContaining('Requirement'),
    })
  })

  test('is refused where it is far too long', () => {
    const rows = [top, ...Array.from({ length: 1001 }, (_, at) => [`E${at}`, 'Education', 'One', '', '', ''])]
    expect(listFromRows(rows, wish, null)).toMatchObject({ code: 'too-many-rows' })
  })

  test('leads former numbers to the same words, and asks about the others', () => {
    const [first, second] = se7.sections[0]?.requirements ?? []
    const rows = [top, ['N1', 'Essential', `${first?.text.toUpperCase()}`, '', '', '']]
    const read = sheet(rows, { ...se7, sections: se7.sections.slice(0, 1) })
    expect(read.gone).toHaveLength(9)
    expect(read.gone[0]).toMatchObject({ id: first?.id, to: 'N1' })
    expect(read.gone[1]).toMatchObject({ id: second?.id, to: null })
    expect(read.list.moved).toEqual({ [first?.id ?? '']: 'N1' })
  })
})
