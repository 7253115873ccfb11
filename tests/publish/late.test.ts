import { afterEach, describe, expect, test } from 'vitest'
import { decide } from '../../src/main/publish/plan.ts'
import type { Versioned } from '../../src/main/publish/planned.ts'
import { hashOf } from '../../src/main/workspace/index.ts'
import { isoDateSchema, pageIdSchema } from '../../src/shared/content/index.ts'
import { type Late, reviewRecordSchema, standing } from '../../src/shared/review/index.ts'
import { temporaryFolder, tidyUp } from '../git/team.ts'
import { config, entry, ids, page } from '../site/site-of.ts'
import { contentsOf } from './folders.ts'
import { alonePress, type Press } from './press.ts'

afterEach(tidyUp)

const [moving, travel] = ['pages/education/moving.md', 'pages/education/travel.md'] as const
const [due, from] = [isoDateSchema.parse('2026-08-01'), isoDateSchema.parse('2026-10-24')]

/** A press whose team does `act` with what is late; `late` says what that is now. */
async function teamThat(act: Late['act']) {
  const late = new Map<string, Late>()
  const it = await alonePress({
    late: async () => late,
    off: async () => new Set(act === 'step-down' ? late.keys() : []),
  })
  it.approve(travel, moving)
  await it.publishAll()
  return { it, grows: (id: string) => late.set(id, { act, due, from }), isChecked: (id: string) => late.delete(id) }
}

const words = 'We have not checked this page for a long time. Some of it may have changed.'

async function warns({ url }: Press, slug: string): Promise<boolean> {
  return (await (await fetch(`${url}/education/${slug}/`)).text()).includes(words)
}

test('families are told on the page that it was not checked, for as long as that is so', async () => {
  const { it, grows, isChecked } = await teamThat('warn')
  expect(await it.plan()).toMatchObject({ ready: [], also: [], stop: {} })
  grows(ids.travel)
  expect(await it.plan()).toMatchObject({
    ready: [],
    also: ['“Travel to school” tells families that nobody has checked it for long.'],
    stop: null,
  })
  await it.publishAll()
  expect([await warns(it, 'travel'), await warns(it, 'moving')]).toEqual([true, false])
  expect(await it.plan()).toMatchObject({ also: [], stop: {} })
  expect((await it.publisher.before())[0]?.sentence).toBe('Published when pages were last reviewed')

  const [again, fromDesk] = [temporaryFolder(), temporaryFolder()]
  await it.publisher.build(again, 'live')
  await it.publisher.build(fromDesk, 'desk')
  const read = async (folder: string) => (await contentsOf(folder))['education/travel/index.html']
  expect(await read(again)).toBe((await contentsOf(it.folder))['education/travel/index.html'])
  expect(await read(fromDesk)).toBe(await read(again))

  isChecked(ids.travel)
  const built = temporaryFolder()
  await it.publisher.build(built, 'live')
  expect(await read(built)).toContain(words)
  expect((await it.plan()).also).toEqual([
    '“Travel to school” no longer tells families that nobody has checked it for long.',
  ])
  await it.publishAll()
  expect(await warns(it, 'travel')).toBe(false)
})

test('a page steps down, stays down when an earlier site is put back, and comes back once it was checked', async () => {
  const { it, grows, isChecked } = await teamThat('step-down')
  const [first] = await it.publisher.before()
  const isThere = async () => (await fetch(`${it.url}/education/travel/`)).ok
  grows(ids.travel)
  expect(await it.plan()).toMatchObject({ ready: [{ title: 'Travel to school', change: 'removed' }] })
  await it.publishAll()
  expect(await isThere()).toBe(false)
  expect(await it.plan()).toMatchObject({ ready: [], heldBack: [{ why: 'not-checked' }], stop: {} })
  await it.publisher.undo(first?.publish ?? '', 'It was wrong.')
  expect(await isThere()).toBe(false)
  isChecked(ids.travel)
  await it.publishAll()
  expect(await isThere()).toBe(true)
})

/** The plan for one page, or for it and one that links to it, in words. */
function planOf(desk: Record<string, string>, live: Record<string, string>, act: Late['act'] | null, approved = '') {
  const versioned = (files: Record<string, string>): Versioned[] =>
    Object.entries(files).map(([path, text]) => ({ entry: entry(path, text), hash: hashOf(text) }))
  const by = { name: 'Danny', email: 'danny@example.org' }
  const about = { id: '01JDAXQ4S2Q0M5K7E3V8R90001', page: ids.travel, by, at: '2026-11-20T12:00:00.000Z' }
  const good = { ...about, kind: 'decision', decision: 'good', hash: hashOf(approved), note: '' }
  const seen = new Map(versioned(live).map(({ entry: { fields }, hash }) => [fields.id, hash]))
  const standings = versioned(desk).map(({ entry: { fields }, hash }) => {
    const said = approved !== '' && fields.id === ids.travel ? [reviewRecordSchema.parse(good)] : []
    return [fields.id, standing(hash, seen.get(fields.id) ?? null, said)] as const
  })
  const { ready, heldBack, after } = decide({
    desk: versioned(desk),
    live: versioned(live),
    standings: new Map(standings),
    problems: new Map(),
    rendered: new Map(),
    although: new Map(),
    choices: new Set(),
    late: new Map(act === null ? [] : [[pageIdSchema.parse(ids.travel), { act, due, from }]]),
    site: { config: config(), media: new Map(), redirects: [], answers: [], stamp: { publish: '', at: '' } },
    today: '2026-11-22',
  })
  return {
    ready: ready.map(one => [one.change, one.sentence]),
    heldBack: heldBack.map(one => [one.why, one.sentence]),
    after: Object.fromEntries(after.map(one => [one.entry.path, one.from])),
  }
}

describe('the plan of a page that nobody checked for long', () => {
  const rule = 'It was to be checked by 1 August 2026, and the team'
  const old = { [travel]: page(ids.travel, 'Travel', 'Old words.') }
  const now = { [travel]: page(ids.travel, 'Travel', 'New words.') }

  test('takes it off by the team’s policy, with the way to keep it and who leads to it', () => {
    const plans = { 'pages/education/plans.md': page(ids.plans, 'Plans', `See [travel](page:${ids.travel}).`) }
    expect(planOf({ ...old, ...plans }, { ...old, ...plans }, 'step-down')).toMatchObject({
      ready: [
        [
          'removed',
          `${rule} takes what is 12 weeks late off the site. Whoever says “Still accurate” keeps it there. Families will not find it any more. “Plans” links to it.`,
        ],
      ],
      after: { 'pages/education/plans.md': 'live' },
    })
  })

  test('does not bring it back before it is checked, and asks for its approval then as ever', () => {
    const off = planOf(old, {}, 'step-down', old[travel])
    expect(off).toEqual({
      ready: [],
      heldBack: [
        [
          'not-checked',
          `${rule} keeps what is 12 weeks late off the site. It goes live once somebody says “Still accurate”.`,
        ],
      ],
      after: {},
    })
    expect(planOf(old, {}, null, old[travel]).after).toEqual({ [travel]: 'desk' })
    expect(planOf(old, {}, null).after).toEqual({})
  })

  test('is as it was where the team only warns families', () => {
    expect(planOf(now, old, 'warn', now[travel])).toEqual(planOf(now, old, null, now[travel]))
  })
})
