import { readFile, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readsTheSame } from '../../src/main/publish/reads-the-same.ts'
import { tidyUp } from '../git/team.ts'
import { ids, page } from '../site/site-of.ts'
import { contentsOf } from './folders.ts'
import { alonePress, files, type Press, sentenceOf, settings } from './press.ts'
import { serves, webHost } from './web-host.ts'

/** Live is only said once the stamp, the page that changed and some of the others were read back as they were sent. */

afterEach(tidyUp)

const [moving, travel] = ['pages/education/moving.md', 'pages/education/travel.md'] as const
type Answer = (request: IncomingMessage, response: ServerResponse) => boolean

/** A site that is live, behind a host that `between` may let answer something else. */
async function live(): Promise<{ it: Press; between(answer: Answer): void }> {
  const it = await alonePress()
  let other: Answer = () => false
  const url = await webHost((request, response) => {
    if (!other(request, response)) void serves(() => it.folder)(request, response)
  })
  it.laptop.write('signpost.yml', settings(it, [], url))
  await it.laptop.save('Priya changed the address')
  it.approve(...Object.keys(files))
  expect(await it.publishAll()).toMatchObject({ kind: 'live', url })
  return { it, between: answer => (other = answer) }
}

async function change(it: Press, words: string): Promise<void> {
  it.laptop.write(travel, page(ids.travel, 'Travel to school', words))
  await it.laptop.save('Priya changed a page')
  it.approve(travel)
}

describe('today’s stamp is not enough', () => {
  test.each([
    ['yesterday’s page', (text: string) => text],
    ['a page to sign in', () => '<title>Sign in</title><form action="/in">Sign in</form>'],
  ])('where the page that changed is %s', async (_, answer) => {
    const { it, between } = await live()
    const before = await readFile(join(it.folder, 'education/travel/index.html'), 'utf8')
    await change(it, 'The tram.')
    between((request, response) => {
      const isIt = request.url === '/education/travel/'
      if (isIt) response.writeHead(200, { 'content-type': 'text/html' }).end(answer(before))
      return isIt
    })
    const state = await it.publishAll()
    expect(state.kind).toBe('sent')
    expect(sentenceOf(state)).toContain('/education/travel/ does not show what was sent')
    expect(it.states.at(-1)?.kind).toBe('sent')
    await it.restart()
    expect(await it.publisher.state()).toEqual(state)
    between(() => false)
    expect(await it.publisher.verify()).toMatchObject({ kind: 'live' })
  })

  test('where a page that was taken off can still be read', async () => {
    const { it, between } = await live()
    const before = await readFile(join(it.folder, 'education/moving/index.html'), 'utf8')
    await rm(join(it.laptop.root, moving))
    await it.laptop.save('Priya deleted a page')
    between((request, response) => {
      const isIt = request.url === '/education/moving/'
      if (isIt) response.writeHead(200).end(before)
      return isIt
    })
    expect(sentenceOf(await it.publishAll())).toContain('/education/moving/ still shows a page that was taken off')
    between(() => false)
    expect(await it.publisher.verify()).toMatchObject({ kind: 'live' })
  })

  test('where the host writes the same words in other bytes, it is', async () => {
    const { it, between } = await live()
    await change(it, 'The tram.')
    between((request, response) => {
      if (request.url !== '/education/travel/') return false
      readFile(join(it.folder, 'education/travel/index.html'), 'utf8').then(text =>
        response.end(`${text.replaceAll('\n', ' ')}<!-- from the cache -->`),
      )
      return true
    })
    expect(await it.publishAll()).toMatchObject({ kind: 'live' })
  })
})

describe('a site that somebody else changed', () => {
  test('is told of, over a restart, and put right by the same road, however small the change', async () => {
    const { it } = await live()
    const path = join(it.folder, 'education/travel/index.html')
    const before = await contentsOf(it.folder)
    await writeFile(path, (await readFile(path, 'utf8')).replace('The bus.', 'The car.'))
    const state = await it.publisher.verify({ quiet: true })
    expect(state).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('is not as it was published any more'),
    })
    expect(state.kind === 'failed' && state.stillLive).toContain('somebody has changed it on the web since')
    await it.restart()
    expect(await it.publisher.state()).toEqual(state)
    expect(await it.plan()).toMatchObject({ ready: [], also: [expect.stringContaining('sent again')], stop: null })
    expect(await it.publishAll()).toMatchObject({ kind: 'live', publish: 'publish-Priya Shah-1' })
    expect(await contentsOf(it.folder)).toEqual(before)
    expect((await it.plan()).also).toEqual([])
  })

  test('is put right by the next publish too', async () => {
    const { it } = await live()
    const path = join(it.folder, 'education/moving/index.html')
    const before = await readFile(path, 'utf8')
    await writeFile(path, before.replace('Welcome', 'Be gone').replace('See', 'Sea'))
    await it.publisher.verify()
    await change(it, 'The tram.')
    expect(await it.publishAll()).toMatchObject({ kind: 'live', publish: 'publish-Priya Shah-2' })
    const after = await readFile(path, 'utf8')
    expect([after.includes('See'), after.includes('Sea')]).toEqual([before.includes('See'), before.includes('Sea')])
  })

  test('is not one that nobody could look at: what was seen stays what was seen, unless somebody asks', async () => {
    const { it, between } = await live()
    const state = await it.publisher.state()
    between((_, response) => {
      response.writeHead(503).end()
      return true
    })
    expect(await it.publisher.verify({ quiet: true })).toEqual(state)
    expect((await it.publisher.verify()).kind).toBe('sent')
  })
})

describe('a page reads the same', () => {
  const html = (body: string, head = '<title>Travel</title>') =>
    `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`
  const sent = html('<h1>Travel</h1>\n<p>The bus. <a href="../plans/">Plans</a></p>')

  test.each([
    ['without its white space', html('<h1>Travel</h1><p>The bus. <a href="../plans/">Plans</a></p>')],
    ['with a comment', `${sent}<!-- cached -->`],
    ['with its attributes in another way', sent.replace('"../plans/"', '../plans/')],
  ])('%s', (_, got) => {
    expect(readsTheSame(sent, got)).toBe(true)
  })

  test.each([
    ['other words', sent.replace('bus', 'car')],
    ['a link to elsewhere', sent.replace('../plans/', 'https://example.com/')],
    ['a script', sent.replace('</body>', '<script src="https://example.com/x.js"></script></body>')],
    ['one more form', sent.replace('</body>', '<form action="https://example.com/"></form></body>')],
    ['another title', sent.replace('<title>Travel', '<title>Sale')],
    ['nothing', ''],
  ])('but not with %s', (_, got) => {
    expect(readsTheSame(sent, got)).toBe(false)
  })

  test('nor without the rules by which a browser runs no script', () => {
    const rule = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    expect(readsTheSame(html('Travel', rule), html('Travel'))).toBe(false)
  })
})
