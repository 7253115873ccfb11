import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { type IsoDate, isoDateSchema, type PageId } from '../../src/shared/content/index.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { sam } from './team-server.ts'
import { act, codeOf, decided, newPage, stateOf, undo } from './undoing.ts'

afterEach(closeLaptops)

const day = (date: string): IsoDate => isoDateSchema.parse(date)
const linesOf = async (at: Laptop) => (await desk.week(at.session)).lines
const lineOf = async (at: Laptop, page: PageId) => (await linesOf(at)).find(line => line.page === page)

/** Priya's laptop with Sam and Danny in the team, and pages that are late, which Priya looks after. */
async function withLatePages(...titles: string[]): Promise<{ at: Laptop; ids: PageId[] }> {
  const at = await laptop()
  const config = at.session.workspace.config()
  must(await desk.setConfig(at.session, { ...config, team: [...config.team, person(sam), person(danny)] }))
  const ids: PageId[] = []
  for (const title of titles) ids.push(await newPage(at, title))
  at.tick(1000)
  must(await desk.changeMany(at.session, ids, { owner: priya.email, due: day('2026-11-10') }))
  return { at, ids }
}
const person = (who: { name: string; email: string }) => ({ ...who, roles: [] })

describe('giving the work on a page to a colleague', () => {
  test('changes no word of it: what was approved stays approved, and the colleague has the line', async () => {
    const { at, ids } = await withLatePages('Travel')
    const [id] = ids as [PageId]
    await decided(at, id)
    const before = at.session.workspace.text(id)
    at.tick(1000)
    must(await desk.give(at.session, [id], sam.email))
    expect(await lineOf(at, id)).toMatchObject({ owner: sam.email, mine: false })
    expect(at.session.workspace.text(id)).toBe(before)
    expect(await stateOf(at, id)).toBe('approved')
    expect((await desk.listPages(at.session)).find(row => row.id === id)?.owner).toBe(sam.email)
    must(await undo(at, 'Priya gave “Travel” to Sam Oduya'))
    expect(await lineOf(at, id)).toMatchObject({ owner: priya.email, mine: true })
  })

  test('counts until somebody writes another owner into the page', async () => {
    const { at, ids } = await withLatePages('Travel')
    const [id] = ids as [PageId]
    must(await desk.give(at.session, [id], sam.email))
    at.tick(1000)
    must(await desk.changeMany(at.session, [id], { owner: danny.email }))
    expect(await lineOf(at, id)).toMatchObject({ owner: danny.email })
  })

  test('is for people of the team', async () => {
    const { at, ids } = await withLatePages('Travel')
    expect(codeOf(await desk.give(at.session, ids, 'nobody@example.org'))).toBe('not-in-team')
  })
})

describe('pages of somebody who left', () => {
  test('are one line, and can be given away all at once, which one undo takes back', async () => {
    const { at, ids } = await withLatePages('Travel', 'Sleep', 'Sight', 'Sound')
    at.tick(1000)
    must(await desk.give(at.session, ids, sam.email))
    const config = at.session.workspace.config()
    at.tick(1000)
    must(await desk.setConfig(at.session, { ...config, team: config.team.filter(({ email }) => email !== sam.email) }))
    const left = async () => (await linesOf(at)).filter(({ kind }) => kind === 'left')
    expect(await left()).toMatchObject([
      {
        title: 'sam@example.org is not in the team',
        owner: sam.email,
        mine: true,
        chip: { words: '4 pages' },
        acts: [{ act: 'give-all' }],
      },
    ])
    at.tick(1000)
    expect(must(await desk.giveAll(at.session, sam.email, danny.email)).pages).toBe(4)
    expect(await left()).toEqual([])
    expect((await act(at, 'gave 4 pages to Danny Frost')).undo.kind).toBe('can')
    must(await undo(at, 'gave 4 pages to Danny Frost'))
    expect(await left()).toHaveLength(1)
    expect(codeOf(await desk.giveAll(at.session, 'gone@example.org', danny.email))).toBe('nothing-to-give')
  })
})

describe('putting a line off', () => {
  const reason = 'The new guidance comes in December.'

  test('is seen by everybody, with the name and the reason, until the end of its last day', async () => {
    const { at, ids } = await withLatePages('Travel')
    const [id] = ids as [PageId]
    const line = await lineOf(at, id)
    must(await desk.putOff(at.session, id, { key: line?.key ?? '', until: day('2026-11-24'), reason }))
    at.as(danny)
    expect(await lineOf(at, id)).toMatchObject({
      putOff: { by: priya.name, until: '2026-11-24', reason },
      acts: [{ act: 'take-up' }, { act: 'go' }],
    })
    at.tick(2 * 86_400_000)
    at.session.knowing.forget()
    expect((await lineOf(at, id))?.putOff).not.toBeNull()
    at.tick(86_400_000)
    at.session.knowing.forget()
    expect(await lineOf(at, id)).toMatchObject({ putOff: null })
  })

  test('leaves other lines of the page alone, and is taken up again or undone', async () => {
    const { at, ids } = await withLatePages('Travel')
    const [id] = ids as [PageId]
    must(await desk.putOff(at.session, id, { key: `broken-link ${id}`, until: day('2026-11-30'), reason }))
    expect(await lineOf(at, id)).toMatchObject({ kind: 'overdue', putOff: null })
    at.tick(1000)
    must(await desk.putOff(at.session, id, { key: `due ${id}`, until: day('2026-11-30'), reason }))
    const record = (await lineOf(at, id))?.putOff?.record ?? ''
    at.tick(1000)
    must(await desk.takeUp(at.session, id, record))
    expect(await lineOf(at, id)).toMatchObject({ putOff: null })
    expect(codeOf(await desk.takeUp(at.session, id, record))).toBe('taken-up')
    must(await undo(at, 'Priya took “Travel” up again'))
    expect((await lineOf(at, id))?.putOff?.record).toBe(record)
    must(await undo(at, 'Priya put “Travel” off until 30 November 2026'))
    expect(await lineOf(at, id)).toMatchObject({ putOff: null })
  })

  test.each([
    ['2026-11-22', 'day-is-over'],
    ['2026-11-01', 'day-is-over'],
    ['2028-01-01', 'too-far'],
  ])('until %s is refused, with a next step', async (until, code) => {
    const { at, ids } = await withLatePages('Travel')
    const [id] = ids as [PageId]
    expect(await desk.putOff(at.session, id, { key: `due ${id}`, until: day(until), reason })).toMatchObject({
      code,
      nextStep: expect.stringMatching(/^Choose /),
    })
  })
})

describe('spreading the reviews of pages', () => {
  test('gives each a day of its own, changes no word, and is undone as one', async () => {
    const { at, ids } = await withLatePages('Travel', 'Sleep', 'Sight')
    const [first] = ids as [PageId]
    await decided(at, first)
    const within = { from: day('2027-01-11'), to: day('2027-01-15') }
    at.tick(1000)
    expect(must(await desk.spreadReviews(at.session, ids, within)).pages).toBe(3)
    const due = async () => (await desk.listPages(at.session)).map(row => row.reviewDue)
    expect(new Set(await due()).size).toBe(3)
    expect((await due()).every(each => each !== null && each >= within.from && each <= within.to)).toBe(true)
    expect(await stateOf(at, first)).toBe('approved')
    must(await undo(at, 'Priya spread the reviews of 3 pages from 11 January 2027 to 15 January 2027'))
    expect(new Set(await due())).toEqual(new Set(['2026-11-10']))
  })

  test.each([
    ['2026-11-21', '2027-01-01', 'day-is-over'],
    ['2027-02-01', '2027-01-01', 'ends-before'],
  ])('from %s to %s is refused', async (from, to, code) => {
    const { at, ids } = await withLatePages('Travel')
    expect(codeOf(await desk.spreadReviews(at.session, ids, { from: day(from), to: day(to) }))).toBe(code)
  })
})

test('a view of the week is kept on this laptop, once under each name', async () => {
  const at = await laptop()
  must(await desk.keepWeekView(at.session, { name: 'Late', filter: { kind: 'overdue' } }))
  must(await desk.keepWeekView(at.session, { name: 'Late', filter: { kind: 'overdue', owner: 'everyone' } }))
  await at.restart()
  expect(desk.weekViews(at.session)).toEqual([{ name: 'Late', filter: { kind: 'overdue', owner: 'everyone' } }])
  must(await desk.forgetWeekView(at.session, 'Late'))
  expect(desk.weekViews(at.session)).toEqual([])
})
