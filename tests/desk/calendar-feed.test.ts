import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterEach, expect, test } from 'vitest'
import { createCalendarFeed } from '../../src/main/desk/calendar-feed.ts'
import * as desk from '../../src/main/desk/index.ts'
import { type IsoDate, isoDateSchema } from '../../src/shared/content/index.ts'
import { faultyDisk } from '../files/faults.ts'
import { closeLaptops, danny, type Laptop, laptop, must, priya } from './laptop.ts'
import { codeOf, newPage, retitle } from './undoing.ts'

afterEach(closeLaptops)

const day = (text: string): IsoDate => isoDateSchema.parse(text)

/** The events of the file by their page, as somebody else's library reads them. */
async function eventsIn(folder: string) {
  const calendar = new ICAL.Component(ICAL.parse(await readFile(join(folder, 'review-dates.ics'), 'utf8')))
  return new Map(
    calendar
      .getAllSubcomponents('vevent')
      .map(each => new ICAL.Event(each))
      .map(event => [
        String(event.uid).replace('@signpost', ''),
        {
          title: event.summary,
          day: event.startDate.toString(),
          about: event.description,
          sequence: Number(event.sequence),
          said: String(event.component.getFirstPropertyValue('last-modified')),
        },
      ]),
  )
}

/** A folder beside the workspace, as one of a share or of OneDrive is. */
async function sharedFolder({ folder }: Laptop): Promise<string> {
  const share = join(folder, 'Shared with the office')
  await mkdir(share)
  return share
}

/** A clock that rings when the test says so. */
function alarms() {
  const set: { ms: number; work: () => void }[] = []
  return {
    later(ms: number, work: () => void) {
      const alarm = { ms, work }
      set.push(alarm)
      return () => void (set.includes(alarm) && set.splice(set.indexOf(alarm), 1))
    },
    waiting: () => set.map(({ ms }) => ms),
    ring: () => set.splice(0).map(({ work }) => work()).length,
  }
}

test('the file follows each review date, each time under a higher number, and names nobody’s address', async () => {
  const at = await laptop()
  const share = await sharedFolder(at)
  const config = at.session.workspace.config()
  must(await desk.setConfig(at.session, { ...config, team: [...config.team, { ...danny, roles: [] }] }))
  const [sleep, travel] = [await newPage(at, 'Sleep'), await newPage(at, 'Travel; by bus, or “taxi”')]
  at.tick(1000)
  must(await desk.changeMany(at.session, [sleep, travel], { owner: danny.email, due: day('2029-11-10') }))
  const named = must(await desk.nameFeedFolder(at.session, ` "${share}" `))
  expect(named).toEqual({
    folder: share,
    file: join(share, 'review-dates.ics'),
    writtenAt: expect.any(String),
    trouble: null,
  })
  const first = await eventsIn(share)
  expect(first.get(travel)).toMatchObject({ title: 'Check “Travel; by bus, or “taxi””', day: '2029-11-10' })
  expect(first.get(travel)?.about).toContain('Looked after by Danny Frost.')

  at.tick(1000)
  must(await desk.changeMany(at.session, [travel], { due: day('2030-01-15') }))
  await at.session.feed.now()
  const moved = await eventsIn(share)
  expect(moved.get(travel)).toMatchObject({ day: '2030-01-15', said: at.world.now().toISOString().replace('.000', '') })
  expect(moved.get(travel)?.sequence).toBeGreaterThan(first.get(travel)?.sequence ?? Number.NaN)
  expect(moved.get(sleep)).toEqual(first.get(sleep))

  await retitle(at, sleep, 'Sleeping')
  await at.session.feed.now()
  const renamed = await eventsIn(share)
  expect(renamed.get(sleep)?.sequence).toBeGreaterThan(moved.get(travel)?.sequence ?? Number.NaN)
  expect(renamed.get(travel)).toEqual(moved.get(travel))
  expect(await readFile(join(share, 'review-dates.ics'), 'utf8')).not.toContain('@example.org')
})

test('the same facts leave the file alone, a week later and on the laptop of a colleague too', async () => {
  const at = await laptop()
  const share = await sharedFolder(at)
  const page = await newPage(at)
  must(await desk.changeMany(at.session, [page], { due: day('2026-11-24') }))
  must(await desk.nameFeedFolder(at.session, share))
  const path = join(share, 'review-dates.ics')
  const before = { text: await readFile(path, 'utf8'), inode: (await stat(path)).ino }
  at.tick(7 * 24 * 60 * 60 * 1000)
  await at.restart()
  at.as(danny)
  await at.session.feed.now()
  expect({ text: await readFile(path, 'utf8'), inode: (await stat(path)).ino }).toEqual(before)
})

test('several changes are written once, each after a while, and nothing before it is started', async () => {
  const at = await laptop()
  const share = await sharedFolder(at)
  const page = await newPage(at)
  must(await desk.nameFeedFolder(at.session, share))
  const clock = alarms()
  const feed = createCalendarFeed(() => at.session, { later: clock.later })
  feed.soon()
  expect(clock.waiting()).toEqual([])
  feed.start()
  expect(clock.waiting()).toEqual([0])
  feed.soon()
  feed.soon()
  expect(clock.waiting()).toEqual([0])
  clock.ring()
  await feed.now()
  at.tick(1000)
  must(await desk.changeMany(at.session, [page], { due: day('2030-01-15') }))
  for (const _ of [1, 2, 3]) feed.soon()
  expect(clock.waiting()).toEqual([4000])
  // What is still owed when Signpost is closed is written then.
  await feed.stop()
  expect((await eventsIn(share)).get(page)?.day).toBe('2030-01-15')
  feed.soon()
  expect(clock.waiting().filter(ms => ms === 4000)).toEqual([])
})

test('a folder that is gone is said, is not made again, and is written to when it is back', async () => {
  const at = await laptop()
  const share = await sharedFolder(at)
  await newPage(at)
  must(await desk.nameFeedFolder(at.session, share))
  const clock = alarms()
  const feed = createCalendarFeed(() => at.session, { later: clock.later })
  feed.start()
  clock.ring()
  await feed.now()
  await rename(share, `${share} elsewhere`)
  // Whoever looks at it sees to it that it is tried.
  expect((await feed.state()).writtenAt).toBe(null)
  expect(clock.waiting()).toEqual([0])
  clock.ring()
  await feed.now()
  expect((await feed.state()).trouble?.sentence).toBe(
    'This folder is not there now, so the calendar file is not fresh. Your pages and your work are not affected.',
  )
  expect(await readdir(at.folder)).not.toContain('Shared with the office')
  expect(clock.waiting()).toContain(60_000)
  expect(at.told.at(-1)).toEqual({ kind: 'changed', ids: [] })
  await rename(`${share} elsewhere`, share)
  await rm(join(share, 'review-dates.ics'))
  clock.ring()
  await feed.now()
  expect(await feed.state()).toMatchObject({ folder: share, writtenAt: expect.any(String), trouble: null })
  await feed.stop()
})

test('wherever the disk fails, the former file is whole and nothing else lies beside it', async () => {
  const at = await laptop()
  const share = await sharedFolder(at)
  const page = await newPage(at)
  must(await desk.nameFeedFolder(at.session, share))
  const path = join(share, 'review-dates.ics')
  const before = await readFile(path, 'utf8')
  at.tick(1000)
  must(await desk.changeMany(at.session, [page], { due: day('2030-01-15') }))
  let refused = 0
  for (let failing = 0; ; failing++) {
    const feed = createCalendarFeed(() => at.session, { disk: faultyDisk('ENOSPC', change => change === failing) })
    await feed.now()
    expect(await readdir(share)).toEqual(['review-dates.ics'])
    const { trouble } = await feed.state()
    if (trouble === null) break
    expect(trouble.sentence).toContain('The disk that this folder is on is full')
    // The folder is flushed after the new file stands in its place.
    if ((await readFile(path, 'utf8')) === before) refused += 1
  }
  expect(refused).toBeGreaterThanOrEqual(4)
  expect((await eventsIn(share)).get(page)?.day).toBe('2030-01-15')
})

test('a folder that will not do is refused in a sentence, and the former one stays', async () => {
  const at = await laptop()
  const share = await sharedFolder(at)
  must(await desk.nameFeedFolder(at.session, share))
  await writeFile(join(at.folder, 'a file'), '')
  await newPage(at)
  const { root } = at.session.workspace
  const tried = async (folder: string) => codeOf(await desk.nameFeedFolder(at.session, folder))
  expect(await tried('Documents')).toBe('not-absolute')
  expect(await tried(join(at.folder, 'nowhere'))).toBe('no-such-folder')
  expect(await tried(join(at.folder, 'a file'))).toBe('no-such-folder')
  expect(await tried(root)).toBe('inside-workspace')
  expect(await tried(join(root, 'pages'))).toBe('inside-workspace')
  expect(await tried(join(share, '..', 'offer', 'pages', 'education'))).toBe('inside-workspace')
  expect((await at.session.feed.state()).folder).toBe(share)

  const none = must(await desk.nameFeedFolder(at.session, ''))
  expect(none).toEqual({ folder: null, file: null, writtenAt: null, trouble: null })
  expect(await readdir(share)).toEqual(['review-dates.ics'])
})

test('two workspaces never write over each other’s file', async () => {
  const at = await laptop()
  const share = await sharedFolder(at)
  must(await desk.nameFeedFolder(at.session, share))
  const other = must(
    await desk.beginNew(at.world, { name: 'Other', council: 'Other', me: priya, folder: join(at.folder, 'other') }),
  )
  const opened = must(await desk.openSession(other.root, at.world, []))
  await symlink(share, join(at.folder, 'link'))
  for (const same of [share, `${share}/`, join(at.folder, 'link')]) {
    expect(codeOf(await desk.nameFeedFolder(opened.session, same))).toBe('folder-taken')
  }
  await opened.close()
})
