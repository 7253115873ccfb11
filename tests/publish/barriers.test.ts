import { afterEach, expect, test } from 'vitest'
import { barriersFile, barriersName, readBarriers } from '../../src/main/publish/barriers.ts'
import type { Decided } from '../../src/main/publish/planned.ts'
import type { SiteFiles } from '../../src/main/publish/site-files.ts'
import { hashOf } from '../../src/main/workspace/index.ts'
import type { Entry } from '../../src/shared/content/index.ts'
import { tidyUp } from '../git/team.ts'
import { entry, ids, page } from '../site/site-of.ts'
import { alonePress } from './press.ts'

afterEach(tidyUp)

const empty: SiteFiles = { names: new Map(), read: async () => Buffer.from('') }
const after = (slug: string, id: string, from: 'desk' | 'live'): Decided['after'][number] => {
  const text = page(id, slug)
  return { entry: entry(`pages/education/${slug}.md`, text), hash: hashOf(text), from }
}
const ready = (items: readonly Decided['after'][number][]): Decided['ready'] =>
  items.map(item => ({ ...item, change: 'changed', sentence: '', urgent: false, although: false }))

async function made(
  all: Decided['after'],
  barriersOf: (entry: Entry) => readonly string[],
  live: SiteFiles = empty,
  day = '2026-11-20',
): Promise<SiteFiles> {
  const plan = { after: all, ready: ready(all.filter(({ from }) => from === 'desk')) }
  return (await barriersFile(plan, barriersOf, live, day)).get(barriersName) ?? empty
}

test('only what goes out is looked at; what families see keeps what was found in it', async () => {
  const [moving, travel] = [after('moving', ids.moving, 'desk'), after('travel', ids.travel, 'desk')]
  const first = await made([moving, travel], () => ['1.1.1'])
  const looked: string[] = []
  const next = await made(
    [{ ...moving, from: 'live' }, travel],
    ({ slug }) => {
      looked.push(slug)
      return []
    },
    first,
    '2026-11-21',
  )
  expect(looked).toEqual(['travel'])
  expect(await readBarriers(next)).toEqual({ on: '2026-11-21', pages: new Map([[ids.moving, ['1.1.1']]]) })
})

test('every page is looked at where the live site says nothing of it, or nothing that can be read', async () => {
  const all = [after('moving', ids.moving, 'live'), after('travel', ids.travel, 'desk')]
  const odd: SiteFiles = { names: new Map([[barriersName, 'x']]), read: async () => Buffer.from('on: [') }
  for (const live of [empty, odd]) {
    expect((await readBarriers(await made(all, () => ['2.4.4'], live)))?.pages.size).toBe(2)
  }
})

test('nothing of it changes with the day alone, nor for a page that left', async () => {
  const all = [after('moving', ids.moving, 'desk'), after('travel', ids.travel, 'desk')]
  const first = await made(all, () => ['2.4.4'])
  const [moving] = all.map(item => ({ ...item, from: 'live' as const }))
  expect((await made(moving === undefined ? [] : [moving], () => [], first, '2027-01-01')).names).toEqual(first.names)
  const gone = { after: moving === undefined ? [] : [moving], ready: ready(all.slice(1)) }
  const left = (await barriersFile(gone, () => [], first, '2026-11-22')).get(barriersName) ?? empty
  expect([...((await readBarriers(left))?.pages.keys() ?? [])]).toEqual([ids.moving])
})

test('families read in the accessibility statement what the checks found, and no longer once it is mended', async () => {
  const it = await alonePress()
  it.barriers = ['2.4.4']
  const statement = async () => await (await fetch(`${it.url}/accessibility/`)).text()
  it.approve('pages/education/travel.md')
  await it.publishAll()
  expect(await statement()).toContain('Links do not say where they lead. On one page.')
  it.barriers = []
  it.laptop.write('pages/education/travel.md', page(ids.travel, 'Travel to school', 'The bus and the train.'))
  await it.laptop.save('Priya mended a link')
  it.approve('pages/education/travel.md')
  await it.publishAll()
  expect(await statement()).not.toContain('Links do not say')
})
