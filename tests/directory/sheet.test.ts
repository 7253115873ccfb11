import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows } from '../../src/main/import/index.ts'
import { isoDateSchema, pageIdSchema, type Service } from '../../src/shared/content/index.ts'
import { type ServiceSheet, servicesAsCsv, servicesFromRows } from '../../src/shared/directory/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { sampleSite } from '../site/sample-site.ts'
import { ids, page, siteOf } from '../site/site-of.ts'

/** Services out as a spreadsheet and in again: what it would change is said first, row by row. */

const club = { telephone: '01632 960456', cost: 'Free', needs: ['autism', 'ADHD'], minimum_age: 5, maximum_age: 11 }
const services = siteOf({
  'services/chess.md': page(ids.club, 'Chess club', 'We play chess.', club),
  'services/swim.md': page(ids.moving, 'Swim', 'We swim.'),
}).services

function read(csv: string, known: readonly Service[] = services): ServiceSheet {
  const rows = csvRows(new TextEncoder().encode(csv))
  if (isRefusal(rows)) throw new Error(rows.sentence)
  const sheet = servicesFromRows(rows.rows, {
    services: known,
    today: isoDateSchema.parse('2026-11-22'),
    newId: pageIdSchema.parse(ids.plans),
  })
  if (isRefusal(sheet)) throw new Error(sheet.sentence)
  return sheet
}

const kinds = (sheet: ServiceSheet) => sheet.rows.map(({ kind }) => kind)

test('the sample out and in again changes nothing', async () => {
  const { services } = await sampleSite()
  const sheet = read(servicesAsCsv(services), services)
  expect(sheet.rows.filter(({ kind }) => kind !== 'same')).toEqual([])
  expect(sheet).toMatchObject({ unused: [], untouched: 0 })
  expect(sheet.rows).toHaveLength(services.length)
})

test('whatever words stand in a service, out and in again changes nothing', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('=1+1', "'=x", "''-y", '+44', '- a list\n- of two', ' a;b ', 'x,"y"', '@'),
  )
  const [first] = services
  if (first === undefined) throw new Error('there is a service')
  fc.assert(
    fc.property(
      fc.record({
        summary: words,
        cost: words,
        address: words,
        url: words,
        postcode: words,
        needs: fc.array(words, { maxLength: 3 }),
      }),
      fields => {
        const known = [{ ...first, fields: { ...first.fields, ...fields } }]
        expect(read(servicesAsCsv(known), known).rows).toMatchObject([{ kind: 'same', changes: [], trouble: [] }])
      },
    ),
    { numRuns: 200 },
  )
})

test('it says what changes, what is new, what is the same, and what the file leaves alone', () => {
  const sheet = read('name,Phone,Cost,Colour,To age\nChess club,01632 960456,£2,red,12\nNew group,,Free,,\n')
  expect(kinds(sheet)).toEqual(['change', 'add'])
  expect(sheet.rows.map(({ changes }) => changes)).toEqual([
    [
      { what: 'To age', from: '11', to: '12' },
      { what: 'Cost', from: 'Free', to: '£2' },
    ],
    [
      { what: 'Name', from: '', to: 'New group' },
      { what: 'Cost', from: '', to: 'Free' },
    ],
  ])
  expect(sheet).toMatchObject({ unused: ['Colour'], untouched: 1 })
  expect(sheet.rows[0]?.service.fields).toMatchObject({
    id: ids.club,
    needs: ['autism', 'ADHD'],
    telephone: '01632 960456',
  })
})

test('an id finds a service whatever it is called now', () => {
  const sheet = read(`Id,Name\n${ids.club},Chess and draughts\n`)
  expect(sheet.rows).toMatchObject([
    { kind: 'change', id: ids.club, changes: [{ what: 'Name', from: 'Chess club', to: 'Chess and draughts' }] },
  ])
})

describe('a row that cannot be taken says why, and is left out', () => {
  test.each([
    ['Name,Cost\n,Free', 'It has no name. Write what people call it.'],
    ['Name,From age\nA,five', 'From age: “five” is no age. Write whole years from 0 to 99.'],
    ['Name,From age,To age\nA,9,3', 'It ends at 3 and begins at 9. Change one of the two ages.'],
    ['Name,Postcode\nA,Leigh', '“Leigh” is no postcode. Write it as SS2 6ER, or its first half alone.'],
    ['Name,Email\nA,nobody', '“nobody” is no email address. Write one such as club@example.org.'],
    [
      'Name,Website\nA,javascript:alert(1)',
      '“javascript:alert(1)” is no address of a website. It starts with https://',
    ],
    ['Name,Telephone\nA,ask us', '“ask us” has no telephone number in it. Write the number, or leave it empty.'],
    ['Name,Last assured\nA,soon', 'Last assured: “soon” is no day. Write it as 3 October 2026.'],
    ['Name,Last assured\nA,2031-01-01', 'This day has not come yet. Choose the day on which somebody asked.'],
    [
      'Id,Name\n01JDAXQ4S2Q0M5K7E3V8R9T6ZZ,A',
      'No service has the id “01JDAXQ4S2Q0M5K7E3V8R9T6ZZ”. Leave that cell empty to add a new one.',
    ],
    ['Name\nA\nA', 'Row 2 is about the same service. Keep one of the two.'],
  ])('%j', (csv, sentence) => {
    const last = read(csv).rows.at(-1)
    expect(last).toMatchObject({ kind: 'trouble', trouble: [sentence] })
  })

  test('what was wrong before keeps no other change out', () => {
    const [first] = services
    if (first === undefined) throw new Error('there is a service')
    const known = [{ ...first, fields: { ...first.fields, postcode: 'Leigh' } }]
    expect(read('Name,Postcode,Cost\nChess club,Leigh,£2', known).rows).toMatchObject([{ kind: 'change', trouble: [] }])
  })
})

test('a file of something else is refused with the columns that it has', () => {
  const rows = csvRows(new TextEncoder().encode('a,b\n1,2\n'))
  if (isRefusal(rows)) throw new Error(rows.sentence)
  const facts = { services, today: isoDateSchema.parse('2026-11-22'), newId: pageIdSchema.parse(ids.plans) }
  expect(servicesFromRows(rows.rows, facts)).toMatchObject({
    code: 'wrong-shape',
    sentence: 'This file has no column called “Name”. Its first row says “a”, “b”. Nothing was brought in.',
  })
})
