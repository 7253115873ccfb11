import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { closeLaptops, type Laptop, must, sampleLaptop } from './laptop.ts'

const at: { laptop?: Laptop } = {}
const sample = () => {
  if (!at.laptop) throw new Error('the sample was not made')
  return at.laptop.session
}

beforeAll(async () => {
  at.laptop = await sampleLaptop()
}, 120_000)
afterAll(closeLaptops)

describe('the sample', () => {
  test('has pages in every state that a team meets', async () => {
    const states = Map.groupBy(await desk.listPages(sample()), row => row.state)
    for (const state of [
      'live',
      'approved',
      'ready-for-review',
      'changes-asked',
      'changed-since-approval',
      'draft',
      'withdrawn',
    ] as const) {
      expect(states.get(state)?.length ?? 0, state).toBeGreaterThan(0)
    }
  })

  test('has a history by three people, and says it in their words', async () => {
    const story = readFileSync(new URL('../../resources/sample/story.json', import.meta.url), 'utf8')
    const rows = await desk.listPages(sample())
    const moving = rows.find(row => row.title === 'Moving into Southend with an EHC plan')
    const history = await desk.pageHistory(sample(), moving?.id as Parameters<typeof desk.pageHistory>[1])
    expect(history.length).toBeGreaterThan(1)
    for (const version of history) expect(story).toContain(JSON.stringify(version.sentence))
    expect(new Set(rows.map(row => row.changed?.by)).size).toBeGreaterThanOrEqual(2)
    expect(history.some(version => version.live)).toBe(true)
  })

  test('always feels current: something is overdue, and most is not', async () => {
    const { overdue } = await desk.dueWithin(sample(), 30)
    const rows = await desk.listPages(sample())
    expect(overdue.length).toBeGreaterThan(0)
    expect(overdue.length).toBeLessThan(rows.length / 4)
  })

  test('gives every place something to show: what waits, gaps, a plan', async () => {
    const week = await desk.week(sample())
    const kinds = new Set(week.lines.map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['overdue', 'review', 'ready', 'gap']))
    const coverage = must(await desk.coverageOf(sample(), 'se7-framework'))
    expect(coverage.gaps.map(gap => gap.status)).toEqual(expect.arrayContaining(['closed', 'in-part', 'open']))
    const plan = must(await sample().live.plan())
    expect(plan.ready.length).toBeGreaterThan(0)
    expect(plan.heldBack.some(each => each.why === 'problems')).toBe(true)
    const reasons = (await sample().live.before()).flatMap(({ why }) => why)
    expect(reasons.length).toBeGreaterThan(10)
    // They are read for years, so that none of them is of “Friday”.
    for (const why of reasons) expect(why).toMatch(/ \d{4}\.$|urgently: /)
  })

  test('changes nothing that it has not told: its folder and its history say the same', async () => {
    expect(await sample().history.commit({ by: { name: 'X', email: 'x@example.org' }, sentence: 'X' })).toBeNull()
  })

  test('has a finished evaluation with the eight gaps, and one that two colleagues are in the middle of', async () => {
    const [second, first] = await desk.listEvaluations(sample())
    expect(second).toMatchObject({ title: 'Second evaluation', finished: [], differing: 1 })
    expect(second?.people.map(({ name }) => name)).toEqual(['Danny Frost', 'Priya Nair'])
    expect(first).toMatchObject({ title: 'First evaluation', counts: { notJudged: 0 }, late: 0 })
    const finished = must(await desk.finishedEvaluation(sample(), first?.finished[0]?.snapshot ?? ''))
    expect(finished.snapshot.gaps.filter(({ status }) => status !== 'closed')).toHaveLength(8)
    const open = must(await desk.openEvaluation(sample(), second?.id ?? ''))
    expect(open.from?.snapshot).toBe(finished.id)
    expect(open.items.find(({ requirement }) => requirement === 'SE7-RT-03')).toMatchObject({
      judgement: null,
      comment: 'Nothing yet.',
      last: { judgement: 'no' },
    })
    const gaps = must(await desk.gapsIn(sample(), 'se7-framework'))
    expect(gaps.every(({ owner, action }) => owner !== '' && action !== '')).toBe(true)
  })

  test('leads from a requirement to pages that look as if they answer it, with the words that say so', async () => {
    const [found] = await desk.lookalikes(sample(), 'se7-framework', 'SE7-RT-04')
    expect(found?.words).toEqual(expect.arrayContaining(['appointee']))
  })
})
