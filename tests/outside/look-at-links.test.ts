import { afterEach, describe, expect, test } from 'vitest'
import { isPublic, type Look, lookAtLinks, publicInternet, type Reach } from '../../src/main/outside/index.ts'
import { reachOf, type Web, web } from './web.ts'

let server: Web | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

const here = ['127.0.0.1']
const names = { 'site.example': here, 'other.example': here, 'sound.example': here }

async function look(hrefs: readonly string[], reach: Reach = reachOf(names), waits: number[] = []) {
  return lookAtLinks(hrefs, {
    reach,
    agent: 'Signpost/2.0.1 (link check)',
    signal: new AbortController().signal,
    pause: 2_000,
    patience: 5_000,
    wait: async ms => void waits.push(ms),
  })
}

/** A site with one page a path: `/404` answers so, `/works` works, and so on. */
const paths: Record<string, (method: string) => { status: number; headers?: Record<string, string> }> = {
  '/works': () => ({ status: 200 }),
  '/gone': () => ({ status: 404 }),
  '/no-head': method => ({ status: method === 'HEAD' ? 405 : 200 }),
  '/lying-head': method => ({ status: method === 'HEAD' ? 404 : 200 }),
  '/sign-in': () => ({ status: 401 }),
  '/wall': () => ({ status: 403 }),
  '/too-often': () => ({ status: 429 }),
  '/busy': () => ({ status: 503, headers: { 'Retry-After': '60' } }),
  '/broken': () => ({ status: 500 }),
  '/moved': () => ({ status: 301, headers: { Location: '/works' } }),
  '/moved-away': () => ({ status: 302, headers: { Location: '/gone' } }),
  '/round': () => ({ status: 302, headers: { Location: '/round' } }),
}

const site = (robots = '') =>
  web((path, { method = '' }, response) => {
    if (path === '/robots.txt') {
      response.writeHead(robots === '' ? 404 : 200).end(robots)
      return
    }
    const { status, headers } = paths[path]?.(method) ?? { status: 404 }
    response.writeHead(status, headers).end('words')
  })

describe('one link', () => {
  test.each<[string, Look]>([
    ['/works', { kind: 'works' }],
    ['/moved', { kind: 'works' }],
    ['/no-head', { kind: 'works' }],
    ['/lying-head', { kind: 'works' }],
    ['/gone', { kind: 'fails', why: 'gone', status: 404 }],
    ['/moved-away', { kind: 'fails', why: 'gone', status: 404 }],
    ['/broken', { kind: 'fails', why: 'server-fault', status: 500 }],
    ['/sign-in', { kind: 'unknown', why: 'refused' }],
    ['/wall', { kind: 'unknown', why: 'refused' }],
    ['/too-often', { kind: 'unknown', why: 'refused' }],
    ['/busy', { kind: 'unknown', why: 'refused' }],
  ])('%s', async (path, expected) => {
    server = await site()
    const href = server.at('site.example', path)
    expect((await look([href])).get(href)).toEqual(expected)
    expect([...server.agents]).toEqual(['Signpost/2.0.1 (link check)'])
  })

  test('a way in circles ends', async () => {
    server = await site()
    const [href, sound] = [server.at('site.example', '/round'), server.at('sound.example', '/works')]
    expect((await look([href, sound])).get(href)).toEqual({ kind: 'fails', why: 'round-in-circles', status: null })
  })

  test('a name that nobody has fails, where others answer', async () => {
    server = await site()
    const [href, sound] = ['http://nobody.example/', server.at('sound.example', '/works')]
    expect((await look([href, sound])).get(href)).toEqual({ kind: 'fails', why: 'no-such-name', status: null })
  })

  test('where nobody answers at all, it is this computer that is not online, and nothing is said', async () => {
    expect(await look(['http://nobody.example/', 'http://no-other.example/'])).toEqual(new Map())
  })
})

describe('manners', () => {
  test('what robots.txt asks programs to leave alone is left alone', async () => {
    server = await site('User-agent: *\nDisallow: /works\n')
    const [no, yes] = [server.at('site.example', '/works'), server.at('site.example', '/moved')]
    const looks = await look([no, yes])
    expect(looks.get(no)).toEqual({ kind: 'unknown', why: 'asked-not-to' })
    // It leads to the page that is not to be looked at.
    expect(looks.get(yes)).toEqual({ kind: 'unknown', why: 'asked-not-to' })
    expect(server.asked.filter(each => each.endsWith('/works'))).toEqual([])
  })

  test('a rule that names Signpost holds for it', async () => {
    server = await site('User-agent: Signpost\nDisallow: /\n\nUser-agent: *\nAllow: /\n')
    const href = server.at('site.example', '/works')
    expect((await look([href])).get(href)).toEqual({ kind: 'unknown', why: 'asked-not-to' })
  })

  test('one host is asked one thing at a time, with a pause before each but the first, and robots.txt once', async () => {
    server = await site()
    const waits: number[] = []
    const hrefs = ['/works', '/no-head', '/works'].map(path => server?.at('site.example', path) ?? '')
    await look(hrefs, reachOf(names), waits)
    expect(server.asked).toEqual([
      'GET site.example /robots.txt',
      'HEAD site.example /works',
      'HEAD site.example /no-head',
      'GET site.example /no-head',
    ])
    expect(waits).toEqual([2_000, 2_000, 2_000])
  })
})

describe('no way into a network', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[64:ff9b::a00:1]/',
    'http://[2002:a00:1::]/',
    'http://localhost/',
    'http://user:secret@example.org/',
    'http://example.org:8080/',
    'file:///etc/passwd',
    'ftp://example.org/',
  ])('%s is not asked', async href => {
    expect((await look([href], publicInternet)).get(href)).toEqual({ kind: 'unknown', why: 'not-public' })
  })

  test('a public page that leads inside is followed to the door and no further', async () => {
    const inside = await web((_, __, response) => response.writeHead(200).end('salaries'))
    const target = inside.at('intranet.example')
    server = await web((_, __, response) => response.writeHead(302, { Location: target }).end())
    const href = server.at('site.example')
    const reach = reachOf({ 'site.example': here, 'intranet.example': ['10.0.0.7'] })
    expect((await look([href], reach)).get(href)).toEqual({ kind: 'unknown', why: 'not-public' })
    expect(inside.asked).toEqual([])
    await inside.close()
  })

  test('a name that leads to this computer is asked at the address that was looked at, not at one of later', async () => {
    server = await site()
    const reach = reachOf({ 'site.example': ['127.0.0.1', '127.0.0.1', '10.0.0.7'], 'sound.example': here })
    const [href, sound] = [server.at('site.example', '/no-head'), server.at('sound.example', '/works')]
    const looks = await look([href, sound], reach)
    // robots.txt and HEAD went out; by the third question the name is that of a computer inside.
    expect(looks.get(href)).toEqual({ kind: 'unknown', why: 'not-public' })
    expect(reach.lookedUp.filter(host => host === 'site.example')).toHaveLength(3)
    expect(server.asked.filter(each => each.includes('site.example'))).toHaveLength(2)
  })

  test('of several addresses, all have to be public', async () => {
    server = await site()
    const reach: Reach = {
      ...reachOf({}),
      addressesOf: async () => [
        { address: '127.0.0.1', family: 4 },
        { address: '10.0.0.7', family: 4 },
      ],
    }
    const href = server.at('site.example', '/works')
    expect((await look([href], reach)).get(href)).toEqual({ kind: 'unknown', why: 'not-public' })
    expect(server.asked).toEqual([])
  })

  test('public addresses are public', () => {
    expect(isPublic({ address: '93.184.215.14', family: 4 })).toBe(true)
    expect(isPublic({ address: '2a00:1450:4009:81f::200e', family: 6 })).toBe(true)
  })
})
