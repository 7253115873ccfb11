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
  expect(rowsByKind(seenServices.rows).map(({ heading, rows }) => [heading, rows.map(({ row }) => row)])).toEqual([
    ['Cannot be brought in', [4]],
    ['Will be changed', [2]],
    ['Will be added', [3]],
    ['The same as now', [5]],
  ])
  expect(rowsByKind(seenServices.rows.slice(0, 1)).map(({ heading }) => heading)).toEqual(['Will be changed'])
})

test('what was brought in is told by what became of it', () => {
  expect(broughtIn('clubs.csv', { added: 2, changed: 1 })).toBe(
    '2 services added and 1 service changed from “clubs.csv”.',
  )
  expect(broughtIn('clubs.csv', { added: 0, changed: 1 })).toBe('1 service changed from “clubs.csv”.')
})

test('what a service would lose is told of each one by name, and what was left out before what was not', () => {
  const [change] = seenServices.rows
  if (change === undefined) throw new Error('there is a row')
  const lost = { what: 'Telephone', from: '01632 960456', to: '' }
  const rows = [
    { ...change, row: 2 },
    { ...change, row: 3, title: 'Swim', changes: [lost, { ...lost, what: 'Who can use it' }] },
    { ...change, row: 4, title: 'Golf', leftOut: ['Postcode: “Leigh” is no postcode.'] },
    { ...change, row: 5, title: 'Sailing', kind: 'same' as const, changes: [], leftOut: ['Email: “x” is none.'] },
  ]
  const sheet = { ...seenServices, rows, readAs: [{ heading: 'Tel', as: 'Telephone' }], unused: [], untouched: 0 }
  expect(sheetInWords('clubs.csv', sheet)).toEqual([
    '4 rows in “clubs.csv”: no services will be added, 3 changed, and 1 is the same as now.',
    '“Swim” will lose: telephone, who can use it.',
    '2 cells cannot be taken in. The rest of the row comes in, and what was there stays.',
    'Columns by other names: “Tel” is read as Telephone.',
  ])
  expect(rowsByKind(rows).map(({ heading, rows }) => [heading, rows.map(({ row }) => row)])).toEqual([
    ['The same as now, without the cells that are left out', [5]],
    ['Will be changed', [4, 3, 2]],
  ])
  const many = Array.from({ length: 10 }, (_, index) => ({
    ...change,
    row: index,
    title: `S${index}`,
    changes: [lost],
  }))
  expect(sheetInWords('clubs.csv', { ...sheet, rows: many })).toContain(
    '2 more services will lose something too; the rows below say what.',
  )
})
