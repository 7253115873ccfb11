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
  })

  test('changes nothing that it has not told: its folder and its history say the same', async () => {
    expect(await sample().history.commit({ by: { name: 'X', email: 'x@example.org' }, sentence: 'X' })).toBeNull()
  })
})
