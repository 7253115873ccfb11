import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { isoDateSchema, type PageId, type ServiceFields, serialiseBody } from '../../src/shared/content/index.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { closeLaptops, danny, type Laptop, laptop, must } from './laptop.ts'
import { act, codeOf, undo } from './undoing.ts'

afterEach(closeLaptops)

const wish = (csv: string) => ({ data: new TextEncoder().encode(csv), emptyTakesAway: false })
const services = (at: Laptop) => at.session.workspace.entries().filter(({ kind }) => kind === 'service')
const titles = (at: Laptop) => services(at).map(({ fields }) => fields.title)
const versions = async (at: Laptop) => (await at.session.history.story()).length

async function newService(at: Laptop, title: string): Promise<PageId> {
  at.tick(1000)
  return must(await desk.createPage(at.session, { section: '', title, template: 'service' })).id
}

async function set(at: Laptop, id: PageId, fields: Partial<ServiceFields>): Promise<void> {
  const { hash, entry, doc } = must(await desk.openPage(at.session, id))
  if (entry.kind !== 'service') throw new Error('this is no service')
  at.tick(1000)
  const next = { ...entry, fields: { ...entry.fields, ...fields } }
  must(await desk.savePage(at.session, { id, base: hash, doc, entry: next }))
}

async function look(at: Laptop, csv: string) {
  return must(await desk.readServicesFile(at.session, wish(csv)))
}

async function bringIn(at: Laptop, csv: string) {
  const { seen } = await look(at, csv)
  at.tick(1000)
  return desk.bringInServices(at.session, wish(csv), seen)
}

const csv = 'Name,Cost,Description\nChess club,£2,\nSwim,Free,"We swim.\n\nBring a towel."\nGolf,,\n,Free,\n'

describe('a spreadsheet of services', () => {
  test('is seen row by row before anything is written, and looking at it writes nothing', async () => {
    const at = await laptop()
    const club = await newService(at, 'Chess club')
    await set(at, club, { cost: 'Free' })
    await newService(at, 'Sailing')
    const before = await versions(at)
    const texts = services(at).map(({ fields }) => at.session.workspace.text(fields.id))
    const sheet = await look(at, 'Name,Cost,Colour\nChess club,£2,red\nSwim,Free,\n,Free,\n')
    expect(sheet).toMatchObject({
      rows: [
        { row: 2, kind: 'change', id: club, changes: [{ what: 'Cost', from: 'Free', to: '£2' }] },
        {
          row: 3,
          kind: 'add',
          id: null,
          changes: [
            { what: 'Name', from: '', to: 'Swim' },
            { what: 'Cost', from: '', to: 'Free' },
          ],
        },
        { row: 4, kind: 'trouble', trouble: ['Name: It has no name. Write what people call it.'] },
      ],
      unused: ['Colour'],
      untouched: 1,
    })
    expect(await versions(at)).toBe(before)
    expect(services(at).map(({ fields }) => at.session.workspace.text(fields.id))).toEqual(texts)
  })

  test('is brought in as one version, which one undo takes back to the byte, after a restart too', async () => {
    const at = await laptop()
    const club = await newService(at, 'Chess club')
    const before = [titles(at), at.session.workspace.text(club)]
    const count = await versions(at)
    expect(must(await bringIn(at, csv))).toMatchObject({ added: 2, changed: 1 })
    expect(await versions(at)).toBe(count + 1)
    expect(titles(at).toSorted()).toEqual(['Chess club', 'Golf', 'Swim'])
    const after = services(at).map(({ fields }) => at.session.workspace.text(fields.id))
    const done = 'Priya added 2 services and changed “Chess club” from a spreadsheet'
    expect(await act(at, done)).toMatchObject({ kind: 'several', undo: { kind: 'can' } })
    await at.restart()
    must(await undo(at, done))
    expect([titles(at), at.session.workspace.text(club)]).toEqual(before)
    must(await undo(at, 'Priya undid this'))
    expect(services(at).map(({ fields }) => at.session.workspace.text(fields.id))).toEqual(after)
  })

  test('makes of a new row a service of its own, reviewed as often as one that is begun by hand', async () => {
    const at = await laptop()
    must(await bringIn(at, csv))
    const swim = services(at).find(({ fields }) => fields.title === 'Swim')
    if (swim === undefined) throw new Error('there is a service')
    const { entry, doc, path } = must(await desk.openPage(at.session, swim.fields.id))
    const byHand = must(await desk.openPage(at.session, await newService(at, 'By hand')))
    expect(entry.fields.review).toEqual(byHand.entry.fields.review)
    expect(serialiseBody(doc).trim()).toBe('We swim.\n\nBring a towel.')
    expect([path, entry.fields]).toMatchObject(['services/swim.md', { cost: 'Free' }])
    expect(new Set(services(at).map(({ fields }) => fields.id)).size).toBe(services(at).length)
  })

  test('gives two services of one address an address each', async () => {
    const at = await laptop()
    must(await bringIn(at, 'Name\nSwim!\nSwim\n'))
    expect(services(at).map(({ path }) => path)).toEqual(['services/swim-2.md', 'services/swim.md'])
  })

  test('goes out, and in again changes nothing', async () => {
    const at = await laptop()
    must(await bringIn(at, csv))
    const { text, services: many, name } = desk.servicesFile(at.session)
    expect([many, name]).toEqual([3, 'services-2026-11-22.csv'])
    const sheet = await look(at, text)
    expect(sheet.rows.map(({ kind }) => kind)).toEqual(['same', 'same', 'same'])
    const before = await versions(at)
    expect(codeOf(await desk.bringInServices(at.session, wish(text), sheet.seen))).toBe('nothing-to-bring-in')
    expect(await versions(at)).toBe(before)
  })

  test('is refused where a service says something else than when the file was seen', async () => {
    const at = await laptop()
    const cost = 'Name,Cost\nChess club,£2\nSwim,Free\n'
    const club = await newService(at, 'Chess club')
    const { seen } = await look(at, cost)
    await set(at, club, { cost: '£5' })
    const before = await versions(at)
    const answer = await desk.bringInServices(at.session, wish(cost), seen)
    expect(isRefusal(answer) && answer.sentence).toBe(
      'The services changed while you were looking at this file, so nothing was brought in.',
    )
    expect([titles(at), await versions(at)]).toEqual([['Chess club'], before])
    const again = await look(at, cost)
    expect(again.rows[0]?.changes).toEqual([{ what: 'Cost', from: '£5', to: '£2' }])
    must(await desk.bringInServices(at.session, wish(cost), again.seen))
    expect(titles(at)).toHaveLength(2)
  })

  test('takes nothing away with an empty cell, unless that was asked for when it was seen', async () => {
    const at = await laptop()
    const club = await newService(at, 'Chess club')
    await set(at, club, { cost: 'Free', telephone: '01632 960456' })
    const kept = wish('Name,Cost,Telephone\nChess club,£2,\n')
    const taking = { ...kept, emptyTakesAway: true }
    const [{ seen }, { seen: seenTaking }] = [
      must(await desk.readServicesFile(at.session, kept)),
      must(await desk.readServicesFile(at.session, taking)),
    ]
    expect(codeOf(await desk.bringInServices(at.session, taking, seen))).toBe('changed-meanwhile')
    at.tick(1000)
    must(await desk.bringInServices(at.session, kept, seen))
    const fields = async () => must(await desk.openPage(at.session, club)).entry.fields
    expect(await fields()).toMatchObject({ cost: '£2', telephone: '01632 960456' })
    expect(codeOf(await desk.bringInServices(at.session, taking, seenTaking))).toBe('changed-meanwhile')
    const again = must(await desk.readServicesFile(at.session, taking))
    must(await desk.bringInServices(at.session, taking, again.seen))
    expect(await fields()).toMatchObject({ cost: '£2', telephone: '' })
  })

  test('brings in what it can of a row with a wrong cell', async () => {
    const at = await laptop()
    must(await bringIn(at, 'Name,Cost,Postcode\nSwim,Free,Leigh\n'))
    expect(services(at).map(({ fields }) => fields)).toMatchObject([{ title: 'Swim', cost: 'Free', postcode: '' }])
  })

  test('is refused for another file than the one that was seen', async () => {
    const at = await laptop()
    const { seen } = await look(at, 'Name\nSwim\n')
    expect(codeOf(await desk.bringInServices(at.session, wish('Name\nGolf\n'), seen))).toBe('changed-meanwhile')
    expect(titles(at)).toEqual([])
  })

  test('keeps what a colleague changed elsewhere in the same service meanwhile', async () => {
    const at = await laptop()
    const club = await newService(at, 'Chess club')
    const { seen } = await look(at, csv)
    at.as(danny)
    await set(at, club, { telephone: '01632 960456' })
    must(await desk.bringInServices(at.session, wish(csv), seen))
    expect(must(await desk.openPage(at.session, club)).entry.fields).toMatchObject({
      telephone: '01632 960456',
      cost: '£2',
    })
  })

  test('keeps what another program wrote into a service that the file changes', async () => {
    const at = await laptop()
    const club = await newService(at, 'Chess club')
    const file = join(at.session.workspace.root, 'services/chess-club.md')
    const { seen } = await look(at, csv)
    await writeFile(file, (await readFile(file, 'utf8')).replace('organization: ""', 'organization: The library'))
    must(await desk.bringInServices(at.session, wish(csv), seen))
    expect(must(await desk.openPage(at.session, club)).entry.fields).toMatchObject({
      organization: 'The library',
      cost: '£2',
    })
    expect(await act(at, 'Priya changed files outside Signpost')).toBeDefined()
  })

  test('leaves a service alone in which somebody types, and one with details that cannot be read, and says why', async () => {
    const at = await laptop()
    const club = await newService(at, 'Chess club')
    await newService(at, 'Golf')
    const { hash, entry, doc } = must(await desk.openPage(at.session, club))
    const typed = { ...entry, fields: { ...entry.fields, summary: 'Half a sen' } } as typeof entry
    must(await desk.keepDraft(at.session, { id: club, base: hash, doc, entry: typed }))
    const golf = join(at.session.workspace.root, 'services/golf.md')
    await writeFile(golf, (await readFile(golf, 'utf8')).replace('needs: []', 'needs: {a: b}'))
    const sheet = await look(at, 'Name,Cost\nChess club,£2\nGolf,Free\n')
    expect(sheet.rows.map(({ kind, trouble }) => [kind, trouble])).toEqual([
      ['trouble', ['It has typing that is no version yet. Open it and save a version first.']],
      ['trouble', ['It has details that cannot be read, which this would take away. Open it: its page says which.']],
    ])
    expect(
      codeOf(await desk.bringInServices(at.session, wish('Name,Cost\nChess club,£2\nGolf,Free\n'), sheet.seen)),
    ).toBe('nothing-to-bring-in')
  })

  test('writes nothing that could not be read again', async () => {
    const at = await laptop()
    // Each of these signs takes four characters in a file.
    const cell = '\u0001'.repeat(19_000)
    const sheet = await look(at, `Name,Summary,Address,When,Cost\nSwim,${cell},${cell},${cell},${cell}\n`)
    expect(sheet.rows.map(({ kind, trouble }) => [kind, trouble])).toEqual([
      ['trouble', ['It says more than one service can hold. Make its longest cells shorter.']],
    ])
  })
})

test('“still accurate” answers for a service that is late to be checked, and families read the day', async () => {
  const at = await laptop()
  const club = await newService(at, 'Chess club')
  await set(at, club, { review: { every: '6 months', last: null, due: isoDateSchema.parse('2026-11-05') } })
  const lines = async () => (await desk.week(at.session)).lines.filter(({ page, due }) => page === club && due !== null)
  expect(await lines()).toMatchObject([
    {
      kind: 'overdue',
      title: 'Chess club',
      due: { days: -17 },
      acts: expect.arrayContaining([{ act: 'still-accurate' }]),
    },
  ])
  const before = at.session.workspace.text(club)
  const { due } = must(await desk.stillAccurate(at.session, club))
  expect(due).toMatch(/^2027-(04|05)-/)
  expect(await lines()).toEqual([])
  expect(at.session.workspace.text(club)).toBe(before)
  expect(must(await desk.openPage(at.session, club)).lastChecked).toBe('2026-11-22')
  expect(await act(at, 'Priya checked that “Chess club” is still accurate')).toMatchObject({ undo: { kind: 'can' } })
  must(await undo(at, 'still accurate'))
  expect(await lines()).toMatchObject([{ kind: 'overdue' }])
})
