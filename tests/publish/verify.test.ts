import { createServer as createSecureServer } from 'node:https'
import { describe, expect, test } from 'vitest'
import { sentenceOf, whatIsOther } from '../../src/main/publish/seen-words.ts'
import { stampAddress, type Verified, verify } from '../../src/main/publish/verify.ts'
import { fakeClock, webHost } from './web-host.ts'

const publish = '01JDAXQ4S2Q0M5K7E3V8R9T6WB'
const stamp = (id: string) => JSON.stringify({ publish: id, at: '2026-11-22T14:02:00.000Z', pages: 3 })

async function seenAt(url: string, deadline = 0): Promise<Verified> {
  return await verify({ url, publish, fetch, clock: fakeClock(), deadline })
}

test('live only when the web gives the stamp of this very publish', async () => {
  const url = await webHost((_, response) => response.end(stamp(publish)))
  expect(await seenAt(url)).toEqual({ kind: 'live' })
})

test('the stamp is asked for past every cache, from under the site’s own path', async () => {
  const asked: (string | undefined)[] = []
  const url = await webHost((request, response) => {
    asked.push(request.url, request.headers['cache-control'])
    response.end(stamp(publish))
  })
  expect(await seenAt(`${url}/local-offer`)).toEqual({ kind: 'live' })
  expect(asked).toEqual(['/local-offer/version.json', 'no-cache'])
  expect(stampAddress('https://example.org/local-offer/')).toBe('https://example.org/local-offer/version.json')
})

describe('never live', () => {
  const answers: [string, number, string, Verified][] = [
    [
      'yesterday’s copy',
      200,
      stamp('01JDAXQ4S2Q0M5K7E3V8R9T6WA'),
      { kind: 'other-publish', publish: '01JDAXQ4S2Q0M5K7E3V8R9T6WA' },
    ],
    ['a login page', 200, '<!DOCTYPE html><title>Sign in</title>', { kind: 'not-our-site' }],
    ['a page that names the publish', 200, `<p>${publish}</p>`, { kind: 'not-our-site' }],
    ['a stamp of another shape', 200, JSON.stringify([publish]), { kind: 'not-our-site' }],
    [
      'an endless page',
      200,
      `{"publish":"${publish}","at":"x","y":"${'z'.repeat(200_000)}"}`,
      { kind: 'not-our-site' },
    ],
    ['nothing there', 404, stamp(publish), { kind: 'missing' }],
    ['no entry', 403, stamp(publish), { kind: 'server-trouble', status: 403 }],
    ['a broken server', 503, stamp(publish), { kind: 'server-trouble', status: 503 }],
  ]
  test.each(answers)('%s', async (_, status, body, seen) => {
    const url = await webHost((_request, response) => response.writeHead(status).end(body))
    expect(await seenAt(url)).toEqual(seen)
  })

  test('a redirect to a page to sign in', async () => {
    const url = await webHost((request, response) => {
      if (request.url === '/version.json') response.writeHead(302, { location: '/sign-in' }).end()
      else response.end('<title>Sign in</title>')
    })
    expect(await seenAt(url)).toEqual({ kind: 'not-our-site' })
  })

  test('a secure address that sends readers to one that is not, even with the right stamp', async () => {
    const plain = await webHost((_, response) => response.end(stamp(publish)))
    // What a browser's network answers after it followed the redirect: the body, and the address it came from.
    const followed: typeof fetch = async () => {
      const response = await fetch(`${plain}/version.json`)
      return Object.defineProperty(response, 'url', { value: `${plain}/version.json` })
    }
    const seen = await verify({
      url: 'https://example.org/',
      publish,
      fetch: followed,
      clock: fakeClock(),
      deadline: 0,
    })
    expect(seen).toEqual({ kind: 'not-secure', to: `${plain}/version.json` })
  })

  test('a secure server that nobody can trust', async () => {
    const server = createSecureServer({}, (_, response) => response.end(stamp(publish)))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    expect(await seenAt(`https://127.0.0.1:${port}`)).toEqual({ kind: 'unreachable' })
    await new Promise<unknown>(resolve => server.close(resolve))
  })

  test('nobody there', async () => {
    expect(await seenAt('http://127.0.0.1:9')).toEqual({ kind: 'unreachable' })
  })
})

test('looks again, waiting longer each time, until the publish is there', async () => {
  let looks = 0
  const url = await webHost((_, response) => response.end(stamp(++looks < 4 ? 'an-older-one' : publish)))
  const clock = fakeClock()
  expect(await verify({ url, publish, fetch, clock, deadline: 60_000 })).toEqual({ kind: 'live' })
  expect(clock.waits).toEqual([1000, 2000, 4000])
})

test('stops looking at the deadline and says what it saw last', async () => {
  const url = await webHost((_, response) => response.writeHead(404).end())
  const clock = fakeClock()
  expect(await verify({ url, publish, fetch, clock, deadline: 10_000 })).toEqual({ kind: 'missing' })
  expect(clock.now()).toBeLessThanOrEqual(10_000)
})

test('stops when the person does', async () => {
  const url = await webHost((_, response) => response.writeHead(404).end())
  const stop = new AbortController()
  const clock = { ...fakeClock(), wait: async () => stop.abort() }
  expect(await verify({ url, publish, fetch, clock, deadline: 60_000, signal: stop.signal })).toEqual({
    kind: 'stopped',
  })
})

test('every answer but live has a sentence and a next step', () => {
  const all: Exclude<Verified, { kind: 'live' }>[] = [
    { kind: 'other-publish', publish: 'x' },
    { kind: 'not-our-site' },
    { kind: 'not-secure', to: 'http://example.org' },
    { kind: 'other-page', address: 'a/' },
    { kind: 'still-there', address: 'a/' },
    { kind: 'missing' },
    { kind: 'server-trouble', status: 500 },
    { kind: 'unreachable' },
    { kind: 'stopped' },
  ]
  for (const seen of all) {
    const { sentence, nextStep } = sentenceOf(seen, 'https://example.org')
    expect(sentence).toMatch(/^The site was sent[,.].*\.$/)
    expect(nextStep).toMatch(/\.$/)
    expect(whatIsOther(seen, 'https://example.org')).toMatch(/\.$/)
  }
})
