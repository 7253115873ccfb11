import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows } from '../../src/main/import/index.ts'
import { isoDateSchema, pageIdSchema, type Service } from '../../src/shared/content/index.ts'
import { fieldTroubles, type ServiceSheet, servicesAsCsv, servicesFromRows } from '../../src/shared/directory/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { sampleSite } from '../site/sample-site.ts'
import { ids, page, siteOf } from '../site/site-of.ts'

/** Services out as a spreadsheet and in again: what it would change is said first, row by row. */

const club = { telephone: '01632 960456', cost: 'Free', needs: ['autism', 'ADHD'], minimum_age: 5, maximum_age: 11 }
const services = siteOf({
  'services/chess.md': page(ids.club, 'Chess club', 'We play chess.', club),
  'services/swim.md': page(ids.moving, 'Swim', 'We swim.'),
}).services

function read(csv: string, known: readonly Service[] = services, emptyTakesAway = false): ServiceSheet {
  const rows = csvRows(new TextEncoder().encode(csv))
  if (isRefusal(rows)) throw new Error(rows.sentence)
  const sheet = servicesFromRows(rows.rows, {
    services: known,
    today: isoDateSchema.parse('2026-11-22'),
    newId: pageIdSchema.parse(ids.plans),
    emptyTakesAway,
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

test('nothing is wrong in the details of the services of the sample', async () => {
  const { services } = await sampleSite()
  const today = isoDateSchema.parse('2031-01-01')
  expect(services.map(({ fields }) => [fields.title, fieldTroubles(fields, today)])).toEqual(
    services.map(({ fields }) => [fields.title, {}]),
  )
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

describe('a row is left out, and says why, where', () => {
  test.each([
    ['it has no name', 'Name,Cost\n,Free', ['Name: It has no name. Write what people call it.']],
    [
      'its name is a formula, shown as it is',
      'Name,Cost\n"=HYPERLINK(""http://example.org"")",Free',
      [
        'Name: “=HYPERLINK("http://example.org")” begins like a formula of a spreadsheet. Write what people call the service.',
      ],
    ],
    [
      'nobody has its id',
      'Id,Name\n01JDAXQ4S2Q0M5K7E3V8R9T6ZZ,A',
      ['Id: No service has the id “01JDAXQ4S2Q0M5K7E3V8R9T6ZZ”. Leave that cell empty to add a new one.'],
    ],
    ['a row above says the same', 'Name\nA\nA', ['Row 2 is about the same service. Keep one of the two.']],
  ])('%s', (_, csv, trouble) => {
    expect(read(csv).rows.at(-1)).toMatchObject({ kind: 'trouble', trouble, leftOut: [] })
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', "'=1+1", '＝1+1'])('its name is %j', name => {
    expect(read(`Name\n${name}`).rows).toMatchObject([{ kind: 'trouble' }])
  })

  test('but not because another one was left out that names the same service', () => {
    const sheet = read(`Id,Name,Cost\n${ids.plans},Swim,£1\n,Swim,£2\n,Swim,£3\n`)
    expect(kinds(sheet)).toEqual(['trouble', 'change', 'trouble'])
    expect(sheet.rows[2]?.trouble).toEqual(['Row 3 is about the same service. Keep one of the two.'])
  })
})

test('a row that says only the name of a service leaves no other row of it out, one that says what is so now does', () => {
  expect(kinds(read('Name,Cost\nChess club,\nChess club,£2\n'))).toEqual(['same', 'change'])
  expect(kinds(read('Name,Cost\nChess club,Free\nChess club,£2\n'))).toEqual(['same', 'trouble'])
})

describe('a cell is left out, and the rest of its row comes in, where', () => {
  test.each([
    ['From age', 'five', 'From age: “five” is no age. Write whole years from 0 to 99.'],
    ['Postcode', 'Leigh', 'Postcode: “Leigh” is no postcode. Write it as SS2 6ER, or its first half alone.'],
    ['Email', 'nobody', 'Email: “nobody” is no email address. Write one such as club@example.org.'],
    [
      'Website',
      'javascript:alert(1)',
      'Website: “javascript:alert(1)” is no web address. Write a whole one, such as https://example.org.',
    ],
    ['Telephone', 'ask us', 'Telephone: “ask us” has no telephone number in it. Write the number, or leave it empty.'],
    ['Telephone', '123', 'Telephone: “123” is no number that can be rung. Write it whole, such as 01632 960001.'],
    [
      'Telephone',
      'Ring 01632 96000 at noon',
      'Telephone: “01632 96000” is no number that can be rung. Write it whole, such as 01632 960001.',
    ],
    ['Last assured', 'soon', 'Last assured: “soon” is no day. Write it as 3 October 2026.'],
    ['Last assured', '2031-01-01', 'Last assured: This day has not come yet. Choose the day on which somebody asked.'],
  ])('%s is %j', (heading, cell, line) => {
    const [change, add] = read(`Name,Cost,${heading}\nChess club,£9,${cell}\nNew,£9,${cell}\n`).rows
    const [club] = services
    if (change === undefined || club === undefined) throw new Error('there is a row, and a service')
    expect(change).toMatchObject({ kind: 'change', trouble: [], leftOut: [line] })
    expect(change.service.fields).toEqual({ ...club.fields, cost: '£9' })
    expect(add).toMatchObject({ kind: 'add', trouble: [], leftOut: [line] })
  })

  test('it clashes with what the service has', () => {
    expect(read('Name,From age,Cost\nChess club,12,£2').rows).toMatchObject([
      {
        kind: 'change',
        changes: [{ what: 'Cost' }],
        leftOut: ['From age: It ends at 11 and begins at 12. Change one of the two ages.'],
      },
    ])
  })

  test('two of them clash, which one line says of both', () => {
    const [row] = read('Name,From age,To age,Cost\nChess club,9,3,£2').rows
    expect(row).toMatchObject({
      kind: 'change',
      changes: [{ what: 'Cost' }],
      leftOut: ['From age and To age: It ends at 3 and begins at 9. Change one of the two ages.'],
    })
  })

  test('each has a line of its own', () => {
    const [row] = read('Name,Postcode,Email,From age\nNew,Leigh,nobody,five').rows
    expect(row?.leftOut.map(line => line.split(':')[0])).toEqual(['From age', 'Postcode', 'Email'])
  })

  test('two ages are above what the service has now, and right with one another', () => {
    const [row] = read('Name,From age,To age\nChess club,12,16').rows
    expect(row).toMatchObject({ kind: 'change', leftOut: [] })
    expect(row?.service.fields).toMatchObject({ minimum_age: 12, maximum_age: 16 })
  })

  test('what was wrong before keeps no other change out', () => {
    const [first] = services
    if (first === undefined) throw new Error('there is a service')
    const known = [{ ...first, fields: { ...first.fields, postcode: 'Leigh' } }]
    expect(read('Name,Postcode,Cost\nChess club,Leigh,£2', known).rows).toMatchObject([{ kind: 'change', trouble: [] }])
  })
})

describe('what a service has', () => {
  const empty = 'Name,Telephone,Cost,Needs,From age,Email\nChess club,,,;,,\n'
  const short = 'Name,Telephone,Cost,Needs,From age,Email\nChess club\n'

  test.each([empty, short])('stays where a cell is empty: %j', csv => {
    expect(read(csv).rows).toMatchObject([{ kind: 'same', changes: [], service: { fields: club } }])
  })

  test('goes where the person says that an empty cell takes it away, and that is told', () => {
    const [row] = read(empty, services, true).rows
    expect(row).toMatchObject({ kind: 'change', id: ids.club, trouble: [], leftOut: [] })
    expect(row?.changes).toEqual([
      { what: 'Telephone', from: '01632 960456', to: '' },
      { what: 'From age', from: '5', to: '' },
      { what: 'Needs', from: 'autism; ADHD', to: '' },
      { what: 'Cost', from: 'Free', to: '' },
    ])
    expect(row?.service.fields).toMatchObject({ telephone: '', needs: [], minimum_age: null, maximum_age: 11 })
  })

  test('never goes with a column that is not in the file, and its name never goes', () => {
    const sheet = read(`Id,Name,Cost\n${ids.club},,£2\n`, services, true)
    expect(sheet.rows).toMatchObject([{ kind: 'change', changes: [{ what: 'Cost', from: 'Free', to: '£2' }] }])
    expect(sheet.rows[0]?.service.fields).toMatchObject({ title: 'Chess club', telephone: '01632 960456' })
  })
})

describe('a cell is taken in as it was meant, and that is told:', () => {
  test.each([
    ['Website', 'www.example.org', 'https://www.example.org'],
    ['Website', 'example.org/clubs?a=1', 'https://example.org/clubs?a=1'],
    ['Telephone', '1632960456', '01632 960456'],
    ['Telephone', '7700 900118', '07700 900 118'],
  ])('%s %s', (heading, cell, to) => {
    const [row] = read(`Name,${heading}\nNew,${cell}`).rows
    expect(row).toMatchObject({ kind: 'add', leftOut: [], changes: [{ what: 'Name' }, { what: heading, to }] })
    expect(row?.notes).toEqual([expect.stringContaining(`${heading}: Taken as ${to}`)])
  })

  test.each(['sea', 'a b.example', 'club@example.org', 'mailto:club@example.org', 'ftp://example.org', 'example.'])(
    'but %j is no web address',
    cell => {
      expect(read(`Name,Website\nNew,${cell}`).rows).toMatchObject([{ leftOut: [expect.stringMatching(/^Website: /)] }])
    },
  )
})

describe('a telephone number is taken in as people write it:', () => {
  test.each([
    '01632 960456',
    '01632960456',
    '(01632) 960456',
    '+44 (0)1632 960456',
    '0044 1632 960456',
    '01632 960456 or 07700 900118',
    'Tel:01632 960456',
    '01632 960456 ext. 12',
    '18001 01632 960456',
    '0808 157 0199 (day and night)',
    '999',
    'Text 85258',
    '116 123',
    '+353 20 912 3456',
  ])('%s', cell => {
    expect(read(`Name,Telephone\nNew,"${cell}"`).rows).toMatchObject([{ kind: 'add', leftOut: [], notes: [] }])
  })

  test.each(['123', '960456', '0', '07700 90011', '4.41633E+11', '00000000000'])('and not %s', cell => {
    expect(read(`Name,Telephone\nNew,${cell}`).rows).toMatchObject([
      { leftOut: [expect.stringMatching(/^Telephone: /)] },
    ])
  })
})

describe('columns are known by other names', () => {
  const headings = (top: string) => read(`${top}\n`).readAs.map(({ heading, as }) => `${heading}: ${as}`)

  test.each([
    ['Organisation,Tel,Opening times', ['Organisation: Name', 'Tel: Telephone', 'Opening times: When']],
    ['Service,Provider,What it does', ['Service: Name', 'What it does: Summary', 'Provider: Who runs it']],
    ['Provider,About,Phone,Days', ['Provider: Name', 'About: Summary', 'Phone: Telephone', 'Days: When']],
    ['Name,Organisation,Summary,About', ['About: Description', 'Organisation: Who runs it']],
    ['Name,Summary,Description,Address', []],
    ['NAME , contact  Number:', ['contact  Number:: Telephone']],
  ])('%s', (top, said) => {
    expect(headings(top)).toEqual(said)
  })

  test('and what has no place is said once', () => {
    expect(read('Name,Notes\nA,x\nB,y\n')).toMatchObject({ unused: ['Notes'], readAs: [] })
  })
})

test('a file of something else is refused with the columns that it has', () => {
  const rows = csvRows(new TextEncoder().encode('a,b\n1,2\n'))
  if (isRefusal(rows)) throw new Error(rows.sentence)
  const facts = {
    services,
    today: isoDateSchema.parse('2026-11-22'),
    newId: pageIdSchema.parse(ids.plans),
    emptyTakesAway: false,
  }
  expect(servicesFromRows(rows.rows, facts)).toMatchObject({
    code: 'wrong-shape',
    sentence: 'This file has no column called “Name”. Its first row says “a”, “b”. Nothing was brought in.',
  })
})
