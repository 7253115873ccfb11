import { describe, expect, test } from 'vitest'
import { type ContentHash, type IsoDate, type PageId, siteConfigSchema } from '../../src/shared/content/index.ts'
import {
  addInterval,
  calendarFor,
  commentThreads,
  daysBetween,
  dueLists,
  dueOf,
  inForce,
  mayNotDecide,
  type ReviewRecord,
  reviewRecordSchema,
  standing,
} from '../../src/shared/review/index.ts'

const { review } = siteConfigSchema.parse({ signpost: 1, name: '' })
const hash = (letter: string) => letter.repeat(64) as ContentHash
const day = (date: string) => date as IsoDate
const priya = { name: 'Priya', email: 'priya@example.org' }
const danny = { name: 'Danny', email: 'danny@example.org' }
let made = 0

/** Records as they are read from disk, each later than the one before. */
function record(facts: Record<string, unknown>): ReviewRecord {
  const id = `01ARZ3NDEKTSV4RRFFQ69G5${String(++made).padStart(3, '0')}`
  const common = { id, page: '01ARZ3NDEKTSV4RRFFQ69G5FAV' as PageId, by: danny, at: '2026-11-20T09:00:00.000Z' }
  return reviewRecordSchema.parse({ ...common, ...facts })
}
const good = (of: string) => record({ kind: 'decision', hash: hash(of), decision: 'good' })
const bad = (of: string) => record({ kind: 'decision', hash: hash(of), decision: 'needs-changes' })
const ask = (of: string) => record({ kind: 'request', hash: hash(of), by: priya })

describe('the state of a page follows from stored facts', () => {
  test.each<[string, string, string | null, ReviewRecord[], string]>([
    ['a new page is a draft', 'a', null, [], 'draft'],
    ['asked for review, it is ready', 'a', null, [ask('a')], 'ready-for-review'],
    ['changes asked', 'a', null, [ask('a'), bad('a')], 'changes-asked'],
    [
      'asked again after changes were asked on the same words',
      'a',
      null,
      [ask('a'), bad('a'), ask('a')],
      'ready-for-review',
    ],
    ['approved, and not yet live', 'a', null, [ask('a'), good('a')], 'approved'],
    ['approved and live', 'a', 'a', [ask('a'), good('a')], 'live'],
    ['edited after approval', 'b', 'a', [ask('a'), good('a')], 'changed-since-approval'],
    ['a decision on other words says nothing of these', 'b', null, [ask('a'), bad('a')], 'draft'],
    ['put back to the approved words, it is approved again', 'a', 'b', [good('a'), good('b')], 'approved'],
    ['live without a decision (published urgently)', 'a', 'a', [], 'live'],
    ['withdrawn', 'a', 'a', [good('a'), record({ kind: 'withdraw', hash: hash('a') })], 'withdrawn'],
    ['withdrawn, and edited since', 'b', 'a', [good('a'), record({ kind: 'withdraw', hash: hash('a') })], 'withdrawn'],
    [
      'withdrawn, and approved since',
      'b',
      null,
      [record({ kind: 'withdraw', hash: hash('a') }), good('b')],
      'withdrawn',
    ],
  ])('%s', (_, now, live, records, state) => {
    expect(standing(hash(now), live === null ? null : hash(live), records).state).toBe(state)
  })

  test('nobody can approve a page that they changed last, however their address is written', () => {
    expect(mayNotDecide({ ...priya, email: 'PRIYA@example.org ' }, priya)).toContain('changed this page last')
    expect(mayNotDecide(danny, priya)).toBeNull()
    expect(mayNotDecide(null, priya)).toContain('Settings')
  })
})

describe('review dates', () => {
  test.each([
    ['2026-08-31', '6 months', '2027-02-28'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2026-11-22', '2 weeks', '2026-12-06'],
    ['2026-12-15', '1 month', '2027-01-15'],
  ])('%s and %s is %s', (from, every, to) => {
    expect(addInterval(day(from), every)).toBe(to)
  })

  test('an interval that cannot be read gives no date', () => {
    expect(addInterval(day('2026-11-22'), 'soon')).toBeNull()
  })

  test('a day is a day across the change of clocks', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2)
  })

  test('overdue first and oldest first; the far future is not listed', () => {
    const entries = ['2026-12-01', '2026-11-01', '2026-10-01', '2027-12-01'].map(due => ({ entry: due, due: day(due) }))
    const { overdue, soon } = dueLists([...entries, { entry: 'none', due: null }], day('2026-11-22'), 30)
    expect(overdue.map(row => [row.entry, row.days])).toEqual([
      ['2026-10-01', -52],
      ['2026-11-01', -21],
    ])
    expect(soon.map(row => row.entry)).toEqual(['2026-12-01'])
  })
})

describe('what was taken back', () => {
  const takeBack = (of: ReviewRecord, by = danny) => record({ kind: 'take-back', record: of.id, by })

  test('counts no more, and counts again when the taking back is taken back, in whatever order they are read', () => {
    const said = good('a')
    const back = takeBack(said)
    const again = takeBack(back)
    expect(inForce([said])).toEqual([said])
    expect(inForce([said, back])).toEqual([])
    expect(inForce([said, back, again])).toEqual([said])
    expect(inForce([again, back, said])).toEqual([said])
    expect(inForce([said, back, again, takeBack(again)])).toEqual([])
    const growing = [said]
    expect(inForce(growing)).toEqual([said])
    growing.push(back)
    expect(inForce(growing)).toEqual([])
  })

  test('two that take each other back hang nobody up', () => {
    const said = good('a')
    const one = record({ kind: 'take-back', record: 'two' })
    const two = { ...record({ kind: 'take-back', record: one.id }), id: 'two' }
    expect(inForce([said, one, two])).toEqual([said])
  })

  test('a decision on somebody’s own words is neither taken back nor brought back by them', () => {
    const [approval, asked] = [good('a'), bad('a')]
    const byPriya = takeBack(asked, priya)
    expect(standing(hash('a'), null, [approval, asked, byPriya], priya).state).toBe('changes-asked')
    expect(standing(hash('a'), null, [approval, asked, takeBack(asked)], priya).state).toBe('approved')
    const back = takeBack(approval)
    expect(standing(hash('a'), null, [approval, back, takeBack(back, priya)], priya).state).toBe('draft')
  })

  test('a check that was taken back moves no date, and a comment that was is not shown', () => {
    const accurate = record({ kind: 'accurate', hash: hash('a') })
    const rule = { id: 'a', every: '6 months', calendar: calendarFor({ review }), today: day('2026-11-22') }
    expect(dueOf({ every: null, last: null, due: null }, [accurate, takeBack(accurate)], rule).due).toBeNull()
    const comment = record({ kind: 'comment', hash: hash('a'), quote: null, text: 'Say who to ring first.' })
    expect(commentThreads([comment, takeBack(comment)])).toEqual([])
  })
})

describe('a page that was withdrawn', () => {
  const off = record({ kind: 'withdraw', hash: hash('a') })
  const back = record({ kind: 'bring-back', ends: [off.id] })
  const state = (records: ReviewRecord[], now = 'a', live: string | null = null) =>
    standing(hash(now), live === null ? null : hash(live), records).state

  test('is put back by a record that names the withdrawal; one that nobody has seen yet still counts', () => {
    expect(state([off, back])).toBe('draft')
    expect(state([off, back, good('a')])).toBe('approved')
    expect(state([off, record({ kind: 'withdraw', hash: hash('a'), by: priya }), back])).toBe('withdrawn')
  })

  test('needs another approval, unless whoever withdrew it says that they never meant to', () => {
    const approval = { ...good('a'), id: '0000' }
    expect(state([approval, off, back])).toBe('draft')
    expect(state([approval, off, record({ kind: 'take-back', record: off.id })])).toBe('approved')
    expect(state([approval, off, record({ kind: 'take-back', record: off.id, by: priya })])).toBe('withdrawn')
  })

  test('is off again when putting it back is taken back', () => {
    expect(state([off, back, record({ kind: 'take-back', record: back.id, by: priya })])).toBe('withdrawn')
  })
})

describe('an urgent publish', () => {
  const urgent = record({ kind: 'urgent', hash: hash('a'), reason: 'The line is closed.', by: priya })
  const task = (now: string, live: string | null, records: ReviewRecord[]) =>
    standing(hash(now), live === null ? null : hash(live), records).urgentToReview?.reason ?? null

  test('stays a task until somebody has decided on its words or families see others', () => {
    expect(task('a', null, [urgent])).toBe('The line is closed.')
    expect(task('a', 'a', [urgent])).toBe('The line is closed.')
    expect(task('b', 'a', [urgent])).toBe('The line is closed.')
    expect(task('b', 'a', [urgent, good('b')])).toBe('The line is closed.')
    expect(task('b', 'b', [urgent, good('b')])).toBeNull()
    expect(task('a', 'a', [urgent, good('a')])).toBeNull()
    expect(task('b', 'a', [urgent, good('a')])).toBeNull()
  })

  test('is not reviewed by whoever let it out', () => {
    const own = record({ kind: 'decision', hash: hash('a'), decision: 'good', by: priya })
    expect(task('b', 'a', [urgent, own])).toBe('The line is closed.')
  })
})

describe('comments', () => {
  test('carry their answers and whether they are settled', () => {
    const comment = record({ kind: 'comment', hash: hash('a'), quote: null, text: 'Say who to ring first.' })
    const answer = record({ kind: 'answer', to: comment.id, text: 'Done.', by: priya })
    expect(commentThreads([comment, answer])[0]).toMatchObject({ settled: false, answers: [{ text: 'Done.' }] })
    expect(commentThreads([comment, record({ kind: 'settle', to: comment.id })])[0]?.settled).toBe(true)
  })

  test('of a file come in once, also where two colleagues brought it in', () => {
    const saidBy = { ...priya, file: 'answer-1', part: 'p1' }
    const comment = () => record({ kind: 'comment', hash: hash('a'), quote: null, text: 'Say who to ring.', saidBy })
    const other = record({ ...comment(), id: '01ZZ', saidBy: { ...saidBy, part: 'p2' } })
    expect(commentThreads([comment(), comment(), other]).map(({ saidBy }) => saidBy?.part)).toEqual(['p1', 'p2'])
  })
})
