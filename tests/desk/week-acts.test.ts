import { afterEach, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { handOver } from '../../src/main/desk/week/kind.ts'
import { type IsoDate, isoDateSchema, type PageId } from '../../src/shared/content/index.ts'
import { detailsSchema } from '../../src/shared/feedback/index.ts'
import { closeLaptops, danny, knowGaps, type Laptop, laptop, must, priya } from './laptop.ts'
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

const list = 'se7-framework'

describe('what a family said and a gap of the checklist', () => {
  const reason = 'Nobody from the health team is back before then.'
  const said = { received: day('2026-11-20'), channel: 'email', words: 'Where is the form?' } as const

  async function withTeam(): Promise<Laptop> {
    const at = await laptop()
    await knowGaps(at)
    const config = at.session.workspace.config()
    must(await desk.setConfig(at.session, { ...config, team: [...config.team, person(sam), person(danny)] }))
    must(await desk.addComment(at.session, detailsSchema.parse({ ...said, owner: priya.email })))
    const seen: string[] = []
    must(await desk.sayOfGap(at.session, list, { gap: 'GAP-8', seen, said: { owner: priya.email, action: 'Ask.' } }))
    return at
  }
  const lineWith = async (at: Laptop, key: RegExp) => {
    const line = (await linesOf(at)).find(each => key.test(each.key))
    if (!line?.about) throw new Error(`no line ${key}`)
    at.tick(1000)
    return { ...line, about: line.about }
  }

  test('of somebody who left are given together with their pages, in one act that one undo takes back', async () => {
    const at = await withTeam()
    const page = await newPage(at, 'Travel')
    at.tick(1000)
    must(await desk.give(at.session, [page], sam.email))
    must(await desk.addComment(at.session, detailsSchema.parse({ ...said, owner: sam.email.toUpperCase() })))
    const [first] = (await desk.listComments(at.session)).filter(({ comment }) => comment.owner === priya.email)
    const id = first?.comment.id
    if (id === undefined) throw new Error('no comment')
    must(await desk.answerFamily(at.session, id, 'It is on the page now.'))
    const promise = (what: string, done: IsoDate | null, owner = sam.email) =>
      desk.setAction(at.session, id, { what, owner, due: null, done })
    must(await promise('Make the link larger', null))
    must(await promise('Ask the school', day('2026-11-21')))
    must(await promise('Write to the family', null, priya.email))
    must(await desk.giveLine(at.session, (await lineWith(at, /^gap .*GAP-8$/)).about, sam.email))
    must(await desk.giveLine(at.session, (await lineWith(at, /^gap .*GAP-7$/)).about, danny.email))
    const config = at.session.workspace.config()
    must(await desk.setConfig(at.session, { ...config, team: config.team.filter(({ email }) => email !== sam.email) }))
    const left = async () => (await linesOf(at)).filter(({ kind }) => kind === 'left')
    const before = await left()
    expect(before).toMatchObject([{ owner: sam.email, chip: { words: '4 things' }, acts: [{ act: 'give-all' }] }])
    expect(before[0]?.sentence).toBe(
      '1 page (“Travel”), 1 comment to answer, 1 promise to families, 1 gap. Give them to somebody who is there.',
    )
    at.tick(1000)
    const given = must(await desk.giveAll(at.session, sam.email, danny.email))
    expect(given).toEqual({ kind: 'ok', pages: 1, comments: 1, promises: 1, gaps: 1 })
    expect(await left()).toEqual([])
    expect(await lineWith(at, /^comment /)).toMatchObject({ owner: danny.email })
    expect(await lineWith(at, /^gap .*GAP-8$/)).toMatchObject({ owner: danny.email })
    const owners = async () =>
      (await desk.listComments(at.session))
        .find(({ comment }) => comment.id === id)
        ?.comment.actions.map(({ owner }) => owner)
    expect(await owners()).toEqual([danny.email, sam.email, priya.email])
    must(await undo(at, 'Priya gave “Travel”, a family’s comment, what was promised to a family and the gap'))
    expect(await left()).toEqual(before)
    expect(await owners()).toEqual([sam.email, sam.email, priya.email])
  })

  describe.each([
    ['a comment', /^comment /, 'a family’s comment', 'Priya put off a family’s comment until 30 November 2026'],
    ['a gap', /^gap .*GAP-8$/, 'the gap “', `until 30 November 2026: ${reason}`],
  ])('%s', (_, key, named, sentence) => {
    test('is given to a colleague where it stands, and back by undo', async () => {
      const at = await withTeam()
      const { about } = await lineWith(at, key)
      must(await desk.giveLine(at.session, about, sam.email))
      expect(await lineWith(at, key)).toMatchObject({ owner: sam.email, mine: false })
      at.as(danny)
      must(await desk.giveLine(at.session, (await lineWith(at, key)).about, danny.email))
      expect(await lineWith(at, key)).toMatchObject({ owner: danny.email, mine: true })
      expect((await act(at, `Danny gave ${named}`)).by).toEqual(danny)
      must(await undo(at, `Danny gave ${named}`))
      expect(await lineWith(at, key)).toMatchObject({ owner: sam.email, mine: false })
      expect(codeOf(await desk.giveLine(at.session, about, 'nobody@example.org'))).toBe('not-in-team')
    })

    test('is put off with a reason until its last day is over, and taken up again', async () => {
      const at = await withTeam()
      const { about, key: whole } = await lineWith(at, key)
      const wish = (until: string) => ({ key: whole, until: day(until), reason })
      expect(codeOf(await desk.putOffLine(at.session, about, wish('2026-11-22')))).toBe('day-is-over')
      expect(codeOf(await desk.putOffLine(at.session, about, wish('2028-01-01')))).toBe('too-far')
      must(await desk.putOffLine(at.session, about, wish('2026-11-30')))
      at.as(danny)
      const waits = await lineWith(at, key)
      expect(waits).toMatchObject({
        putOff: { by: priya.name, until: '2026-11-30', reason },
        acts: [{ act: 'take-up' }, { act: 'go' }],
      })
      const record = waits.putOff?.record ?? ''
      must(await desk.takeUpLine(at.session, waits.about, record))
      expect(codeOf(await desk.takeUpLine(at.session, waits.about, record))).toBe('taken-up')
      expect(await lineWith(at, key)).toMatchObject({ putOff: null, acts: [{ act: 'go' }, ...handOver] })
      must(await undo(at, 'Danny took'))
      expect((await lineWith(at, key)).putOff?.record).toBe(record)
      at.tick(9 * 86_400_000)
      at.session.knowing.forget()
      expect(await lineWith(at, key)).toMatchObject({ putOff: null })
      at.tick(-9 * 86_400_000)
      must(await undo(at, sentence))
      expect(await lineWith(at, key)).toMatchObject({ putOff: null })
    })

    test('of somebody who left is anybody’s, and says so', async () => {
      const at = await withTeam()
      must(await desk.giveLine(at.session, (await lineWith(at, key)).about, sam.email))
      const config = at.session.workspace.config()
      must(
        await desk.setConfig(at.session, { ...config, team: config.team.filter(({ email }) => email !== sam.email) }),
      )
      const line = await lineWith(at, key)
      expect([line.mine, line.sentence]).toEqual([true, expect.stringContaining('sam@example.org, who was to ')])
    })
  })

  test('has nobody again where nobody is noted, whoever it was given to', async () => {
    const at = await withTeam()
    const { about } = await lineWith(at, /^comment /)
    const [view] = await desk.listComments(at.session)
    const id = view?.comment.id
    if (id === undefined) throw new Error('no comment')
    for (const owner of [priya.email, '', danny.email]) {
      must(await desk.giveLine(at.session, about, sam.email))
      must(await desk.changeComment(at.session, id, { owner }))
      expect(await lineWith(at, /^comment /)).toMatchObject({ owner })
    }
    must(await desk.giveLine(at.session, about, sam.email))
    must(await desk.changeComment(at.session, id, { theme: 'Forms' }))
    expect((await desk.listComments(at.session))[0]?.comment).toMatchObject({ owner: sam.email, theme: 'Forms' })
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
