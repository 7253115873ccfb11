import { expect, test } from 'vitest'
import { broughtIn, rowsByKind, sheetInWords } from '../../src/renderer/services/sheet-words.ts'
import { seenServices } from './fake/services.ts'

test('a file of services is told in a few sentences, with what is left out and what stays', () => {
  expect(sheetInWords('clubs.csv', seenServices)).toEqual([
    '4 rows in “clubs.csv”: 1 service will be added, 1 changed, and 1 is the same as now.',
    '1 row cannot be brought in and will be left out.',
    '1 service is not in the file and will stay as now.',
    'Not taken in, because Signpost has no place for them: “Colour”.',
  ])
  const same = seenServices.rows.filter(({ kind }) => kind === 'same')
  expect(sheetInWords('clubs.csv', { ...seenServices, rows: same, unused: [], untouched: 0 })).toEqual([
    '1 row in “clubs.csv”: no services will be added, 0 changed, and 1 is the same as now.',
  ])
})

test('what cannot be brought in stands first, and no heading stands over nothing', () => {
  expect(rowsByKind(seenServices.rows).map(({ kind, rows }) => [kind, rows.map(({ row }) => row)])).toEqual([
    ['trouble', [4]],
    ['change', [2]],
    ['add', [3]],
    ['same', [5]],
  ])
  expect(rowsByKind(seenServices.rows.slice(0, 1)).map(({ kind }) => kind)).toEqual(['change'])
})

test('what was brought in is told by what became of it', () => {
  expect(broughtIn('clubs.csv', { added: 2, changed: 1 })).toBe(
    '2 services added and 1 service changed from “clubs.csv”.',
  )
  expect(broughtIn('clubs.csv', { added: 0, changed: 1 })).toBe('1 service changed from “clubs.csv”.')
})
