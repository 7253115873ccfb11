import { afterEach, describe, expect, test } from 'vitest'
import type { Oid } from '../../src/main/git/index.ts'
import { readChecks } from '../../src/main/publish/last-checks.ts'
import { hashOf } from '../../src/main/workspace/index.ts'
import { writeRecord } from '../../src/shared/content/index.ts'
import { type ReviewRecord, reviewRecordSchema } from '../../src/shared/review/index.ts'
import { temporaryFolder, tidyUp } from '../git/team.ts'
import { fileNamed, ids, page, smallSite } from '../site/site-of.ts'
import { renderSite } from '../site/whole-site.ts'
import { contentsOf } from './folders.ts'
import { alonePress, type Press } from './press.ts'

afterEach(tidyUp)

const [moving, travel] = ['pages/education/moving.md', 'pages/education/travel.md'] as const

describe('“Last reviewed”', () => {
  test('carries “still accurate” to families, and says so although no word changed', async () => {
    const said: ReviewRecord[] = []
    const it = await alonePress(saying(said))
    it.approve(travel, moving)
    await it.publishAll()
    const before = it.laptop.read(travel)
    expect(await lastReviewed(it, 'travel')).toBeNull()
    await say(it, said, { kind: 'accurate', at: '2026-03-04T10:00:00.000Z', hash: hashOf(before) })
    expect(await it.plan()).toMatchObject({
      ready: [],
      also: [
        '“Travel to school” says another day under “Last reviewed”. No word changes: a colleague said since that it is still accurate, or took that back.',
      ],
      stop: null,
    })
    expect(await it.publishAll()).toMatchObject({ kind: 'live' })
    expect(await lastReviewed(it, 'travel')).toBe('4 March 2026')
    expect(await lastReviewed(it, 'moving')).toBeNull()
    expect((await it.laptop.history.filesAt('live')).get(travel)).toBe(
      (await it.laptop.history.filesAt('desk')).get(travel),
    )
    expect(await it.plan()).toMatchObject({ ready: [], also: [], stop: {} })
    expect((await it.publisher.before())[0]?.sentence).toBe('Published when pages were last reviewed')

    const again = temporaryFolder()
    const fromDesk = temporaryFolder()
    await it.publisher.build(again, 'live')
    await it.publisher.build(fromDesk, 'desk')
    const read = async (folder: string) => (await contentsOf(folder))['education/travel/index.html']
    expect(await read(again)).toBe((await contentsOf(it.folder))['education/travel/index.html'])
    expect(await read(fromDesk)).toBe(await read(again))

    await say(it, said, { kind: 'take-back', at: '2026-03-05T10:00:00.000Z', record: said[0]?.id })
    expect((await it.plan()).also).toHaveLength(1)
    await it.publishAll()
    expect(await lastReviewed(it, 'travel')).toBeNull()
  })

  test('says nothing to families of a look at words that they do not see', async () => {
    const said: ReviewRecord[] = []
    const it = await alonePress(saying(said))
    it.approve(travel)
    await it.publishAll()
    it.laptop.write(travel, page(ids.travel, 'Travel to school', 'The tram.'))
    await it.laptop.save('Priya changed a page')
    const draft = hashOf(it.laptop.read(travel))
    await say(it, said, { kind: 'accurate', at: '2026-03-04T10:00:00.000Z', hash: draft })
    expect(await it.plan()).toMatchObject({
      ready: [],
      also: [],
      heldBack: [{ title: 'Moving into Southend' }, { title: 'Travel to school' }],
    })
    it.approve(travel)
    await it.publishAll()
    expect(await lastReviewed(it, 'travel')).toBe('4 March 2026')
  })

  test('keeps the day that families read while a page is being changed', async () => {
    const said: ReviewRecord[] = []
    const it = await alonePress(saying(said))
    it.approve(travel)
    await say(it, said, { kind: 'accurate', at: '2026-03-04T10:00:00.000Z', hash: hashOf('older words') })
    await it.publishAll()
    expect(await lastReviewed(it, 'travel')).toBe('4 March 2026')
    it.laptop.write(travel, page(ids.travel, 'Travel to school', 'The tram.'))
    await it.laptop.save('Priya changed a page')
    expect(await it.plan()).toMatchObject({ ready: [], also: [] })
  })
})

test.each<[string, Record<string, unknown> | string]>([
  ['another page', { page: ids.moving }],
  ['nobody', { by: { name: '', email: '' } }],
  ['a day that is none', { at: 'yesterday' }],
  ['no kind that is known', { kind: 'certain' }],
  ['nothing that can be read', ': ]['],
])('a file beside a live page that is of %s says nothing, and the site is made', async (_, what) => {
  const sound = { id: 'a', page: ids.travel, by: { name: 'Danny', email: 'd@example.org' }, kind: 'accurate' }
  const about = { ...sound, at: '2026-03-04T10:00:00.000Z', hash: hashOf('') }
  const text = (facts: typeof what) => (typeof facts === 'string' ? facts : writeRecord({ ...about, ...facts }))
  const path = `reviews/${ids.travel}/a.yml`
  const read = (facts: typeof what) =>
    readChecks({ names: new Map([[path, 'one' as Oid]]), read: async () => Buffer.from(text(facts)) }, new Map())
  expect([...(await read({})).keys()]).toEqual([ids.travel])
  expect([...(await read(what)).keys()]).toEqual([])
})

test('a check that a fast clock puts just after the publish is said of its day; one of years to come says nothing', () => {
  const record = { id: 'a', page: ids.travel, by: { name: 'Danny', email: 'd@example.org' }, kind: 'accurate' }
  const saidOf = (at: string) => {
    const ahead = reviewRecordSchema.parse({ ...record, at, hash: hashOf('') })
    return fileNamed(renderSite(smallSite({ checks: new Map([[ids.travel, [ahead]]]) })), 'education/travel/index.html')
  }
  expect(saidOf('2026-11-23T10:00:00.000Z')).toContain(
    'Last reviewed: <time datetime="2026-11-22">22 November 2026</time>',
  )
  expect(saidOf('2031-01-01T10:00:00.000Z')).not.toContain('Last reviewed')
})

/** What the team has said so far; `say` adds to it. */
function saying(said: readonly ReviewRecord[]) {
  return { records: async () => new Map([moving, travel].map(path => [idOf(path), said.filter(isOf(idOf(path)))])) }
}

const idOf = (path: string): string => (path === travel ? ids.travel : ids.moving)
const isOf = (id: string) => (record: ReviewRecord) => record.page === id

async function say(it: Press, said: ReviewRecord[], what: Readonly<Record<string, unknown>>): Promise<void> {
  const id = `01JDAXQ4S2Q0M5K7E3V8R9T6Y${said.length}`
  const by = { name: 'Danny', email: 'danny@example.org' }
  const record = reviewRecordSchema.parse({ id, page: ids.travel, by, ...what })
  said.push(record)
  it.laptop.write(`reviews/${ids.travel}/${id}.yml`, writeRecord(record))
  await it.laptop.save('Danny looked at a page')
}

async function lastReviewed({ url }: Press, slug: string): Promise<string | null> {
  const html = await (await fetch(`${url}/education/${slug}/`)).text()
  return /Last reviewed: <time[^>]*>([^<]*)</.exec(html)?.[1] ?? null
}
