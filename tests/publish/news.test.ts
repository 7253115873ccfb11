import { afterEach, describe, expect, test } from 'vitest'
import { newsFile, newsName, readNews } from '../../src/main/publish/news.ts'
import type { Decided } from '../../src/main/publish/planned.ts'
import type { SiteFiles } from '../../src/main/publish/site-files.ts'
import { hashOf } from '../../src/main/workspace/index.ts'
import { isoDateSchema } from '../../src/shared/content/index.ts'
import { tidyUp } from '../git/team.ts'
import { entry, ids, page } from '../site/site-of.ts'
import { alonePress } from './press.ts'

afterEach(tidyUp)

const [moving, travel] = ['pages/education/moving.md', 'pages/education/travel.md'] as const
const on = (day: string) => isoDateSchema.parse(day)

test('families read what a publish brought, from the live version alone', async () => {
  const it = await alonePress()
  const whatsNew = async () => await (await fetch(`${it.url}/whats-new/`)).text()
  it.approve(travel)
  await it.publishAll()
  expect(await whatsNew()).not.toContain('Travel to school')

  it.approve(moving)
  await it.publishAll()
  expect(await whatsNew()).toMatch(/>Moving into Southend<\/a> <span class="kind">new</)
  expect(await it.plan()).toMatchObject({ ready: [], also: [], stop: {} })
})

describe('the list of what is new', () => {
  const live: SiteFiles = { names: new Map([['signpost.yml', 'x']]), read: async () => Buffer.from('') }
  const planned = (id: string, change: 'new' | 'changed' | 'moved'): Decided['ready'][number] => {
    const text = page(id, 'A page')
    return {
      entry: entry(`pages/education/${id}.md`, text),
      hash: hashOf(text),
      change,
      sentence: '',
      urgent: false,
      although: false,
    }
  }
  const after = async (ready: Decided['ready'], before: Parameters<typeof newsFile>[1], day = '2026-11-20') =>
    await readNews(newsFile(ready, before, live, day).get(newsName) ?? { names: new Map(), read: live.read })

  test('puts what came on one day together, and a page that came and changed on it came', async () => {
    const morning = [{ on: on('2026-11-20'), added: [ids.moving], changed: [ids.plans] }]
    expect(await after([planned(ids.moving, 'changed'), planned(ids.travel, 'new')], morning)).toEqual([
      { on: '2026-11-20', added: [ids.moving, ids.travel], changed: [ids.plans] },
    ])
  })

  test('stays as it is where a publish brings nothing that is new', async () => {
    const before = [{ on: on('2026-11-01'), added: [ids.moving], changed: [] }]
    expect(await after([planned(ids.travel, 'moved')], before)).toEqual(before)
    expect(await after([], [])).toEqual([])
  })

  test('is short: what twenty publishes ago was new is not new', async () => {
    const days = Array.from({ length: 20 }, (_, at) => on(`2026-10-${String(30 - at).padStart(2, '0')}`))
    const news = await after(
      [planned(ids.travel, 'new')],
      days.map(day => ({ on: day, added: [ids.moving], changed: [] })),
    )
    expect([news.length, news[0]?.on, news.at(-1)?.on]).toEqual([20, '2026-11-20', '2026-10-12'])
  })

  test('that cannot be read is no news', async () => {
    const odd = { names: new Map([[newsName, 'x']]), read: async () => Buffer.from('on: [') }
    expect(await readNews(odd)).toEqual([])
  })
})
