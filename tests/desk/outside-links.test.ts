import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as desk from '../../src/main/desk/index.ts'
import { createLinkWatch } from '../../src/main/desk/outside-links.ts'
import { isRefusal } from '../../src/shared/outcome.ts'
import { reachOf, type Web, web } from '../outside/web.ts'
import { closeLaptops, type Laptop, laptop } from './laptop.ts'

let server: Web | null = null
afterEach(async () => {
  await closeLaptops()
  await server?.close()
  server = null
})

const day = 24 * 60 * 60 * 1000
const names = { 'school.uk': ['127.0.0.1'], 'club.uk': ['127.0.0.1'] }

/** A laptop with a page of links, and its look at them through a real server. */
async function withLinks(hrefs: readonly string[]): Promise<Laptop> {
  const at = await laptop()
  const folder = join(at.session.workspace.root, 'pages/education')
  await mkdir(folder, { recursive: true })
  const lines = hrefs.map((href, number) => `- [Link ${number + 1}](${href})`)
  await writeFile(join(folder, 'links.md'), `---\ntitle: Links\n---\n\n${lines.join('\n')}\n`)
  await at.session.workspace.refresh()
  return at
}

const watchOn = (at: Laptop) =>
  createLinkWatch(() => at.session, { reach: reachOf(names), pause: 0, wait: async () => undefined })

const shown = async (watch: ReturnType<typeof watchOn>) =>
  (await watch.links()).links.map(({ kind, why, on, pages }) => [kind, why, on, pages.map(page => page.text).join()])

test('a link is broken once it failed on two days, and is told with the day of the last look', async () => {
  let status = 404
  server = await web((path, _, response) => response.writeHead(path === '/gone' ? status : 200).end())
  const at = await withLinks([server.at('school.uk', '/gone#part'), server.at('school.uk', '/sound')])
  const watch = watchOn(at)
  expect((await watch.links()).state).toMatchObject({ addresses: 2, looked: 0, last: null })

  await watch.lookNow()
  const gone = 'The page is not there any more (404).'
  expect(await shown(watch)).toEqual([['failed-once', gone, '2026-11-22', 'Link 1']])
  await watch.lookNow()
  expect(await shown(watch)).toEqual([['failed-once', gone, '2026-11-22', 'Link 1']])
  at.tick(day)
  await watch.lookNow()
  expect(await shown(watch)).toEqual([['broken', gone, '2026-11-23', 'Link 1']])

  // It is known after a restart, and mended as soon as it works.
  expect(await shown(watchOn(at))).toEqual([['broken', gone, '2026-11-23', 'Link 1']])
  status = 200
  const later = watchOn(at)
  await later.lookNow()
  expect(await shown(later)).toEqual([])
  expect((await later.links()).state).toMatchObject({ addresses: 2, looked: 2, last: '2026-11-23', running: null })
})

test('a wall is no broken link, and an address inside a network is told and never asked', async () => {
  server = await web((_, __, response) => response.writeHead(403).end())
  const at = await withLinks([server.at('club.uk'), 'http://192.168.1.1/files'])
  const watch = watchOn(at)
  for (const _ of [1, 2]) {
    await watch.lookNow()
    at.tick(day)
  }
  expect((await watch.links()).links.map(({ kind, why }) => [kind, why])).toEqual([
    ['unknown', 'The site only answers people, not programs.'],
    ['unknown', 'The address is not on the public web, so families cannot open it from outside.'],
  ])
})

test('what no page leads to any more is forgotten, and names for examples are left alone', async () => {
  server = await web((_, __, response) => response.writeHead(404).end())
  const at = await withLinks([server.at('school.uk', '/gone'), 'https://example.org/films', 'https://nobody.test/'])
  const watch = watchOn(at)
  await watch.lookNow()
  expect((await watch.links()).state).toMatchObject({ addresses: 1, looked: 1 })
  await writeFile(join(at.session.workspace.root, 'pages/education/links.md'), '---\ntitle: Links\n---\n\nNone.\n')
  await at.session.workspace.refresh()
  await watch.lookNow()
  expect(await watch.links()).toMatchObject({ state: { addresses: 0, looked: 0 }, links: [] })
})

test('who switches it off is left in peace, on this computer and from then on', async () => {
  const at = await withLinks([])
  await watchOn(at).setOn(false)
  expect((await watchOn(at).links()).state.on).toBe(false)
  expect(at.world.settings.data().looksAtLinks).toBe(false)
})

test('a report that was asked to look tells what is broken, at each link, and what cannot be called so', async () => {
  server = await web((path, _, response) => response.writeHead(path === '/wall' ? 403 : 404).end())
  const at = await withLinks([server.at('school.uk', '/gone'), server.at('club.uk', '/wall')])
  const watch = watchOn(at)
  const session = { ...at.session, links: watch }
  const steps: string[] = []
  const report = async () => {
    const out = await desk.linksOut(
      session,
      (done, total) => steps.push(`${done} of ${total}`),
      AbortSignal.timeout(60_000),
    )
    if (isRefusal(out)) throw new Error(out.sentence)
    return desk.checkWorkspace(session, out)
  }
  const out = (files: Awaited<ReturnType<typeof report>>['files']) =>
    files.flatMap(({ path, problems }) =>
      problems.filter(({ rule }) => rule === 'link-out').map(({ line, message }) => `${path} ${line} ${message}`),
    )
  const first = await report()
  expect(steps).toEqual(['1 of 2', '2 of 2'])
  expect(out(first.files)).toEqual([])
  expect(first.notSeen).toEqual([
    'Links to other sites that failed today, and are broken if they fail on another day too: 1.',
    'Links to other sites that could not be checked, because the site answers people alone or asks for it: 1.',
  ])
  at.tick(day)
  const second = await report()
  expect(out(second.files)).toEqual([
    `pages/education/links.md 5 “Link 1” leads to ${server.at('school.uk', '/gone')}. The page is not there any more (404).`,
  ])
  // A report that was not asked to is the same wherever it is made.
  expect(out((await desk.checkWorkspace(session)).files)).toEqual([])
})
