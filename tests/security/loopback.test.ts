import { randomBytes } from 'node:crypto'
import { createConnection } from 'node:net'
import { networkInterfaces } from 'node:os'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { contract } from '../../src/shared/contract/index.ts'
import { ask, comeIn, connect, startLoopback } from './loopback-story.ts'

describe('the address', () => {
  test('lets a browser in once, becomes a cookie that scripts and other sites cannot use, and leaves the address bar', async () => {
    const server = await startLoopback()
    const address = new URL(server.newAddress())
    expect(address.hostname).toBe('127.0.0.1')
    expect(Buffer.from(address.searchParams.get('token') ?? '', 'base64url')).toHaveLength(32)

    const entered = await ask(server.port, address.pathname + address.search)
    expect(entered.status).toBe(303)
    expect(entered.headers.location).toBe('/')
    expect(entered.headers['set-cookie']?.[0]).toMatch(/^signpost-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(entered.headers['set-cookie']?.[0]).not.toContain(address.searchParams.get('token'))
  })

  test('is refused the second time, with a sentence that says how to get another', async () => {
    const server = await startLoopback()
    const { pathname, search } = new URL(server.newAddress())
    await ask(server.port, pathname + search)
    const again = await ask(server.port, pathname + search)
    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.body).toMatch(/used already.*Press Enter/)
  })

  test('is void once a newer one was asked for', async () => {
    const server = await startLoopback()
    const older = new URL(server.newAddress())
    const newer = new URL(server.newAddress())
    expect((await ask(server.port, older.pathname + older.search)).status).toBe(401)
    expect((await ask(server.port, newer.pathname + newer.search)).status).toBe(303)
  })

  test.each(['/enter', '/enter?token=', '/enter?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])(
    'with no token or another one lets nobody in: %s',
    async path => {
      const server = await startLoopback()
      server.newAddress()
      expect((await ask(server.port, path)).status).toBe(401)
    },
  )
})

test('guessing lets nobody in, and does not use up the address of whom it was given to', async () => {
  const server = await startLoopback()
  const { pathname, search } = new URL(server.newAddress())
  for (let guess = 0; guess < 200; guess += 1) {
    const token = randomBytes(32).toString('base64url')
    expect((await ask(server.port, `/enter?token=${token}`)).status).toBe(401)
    const cookie = `signpost-${server.port}=${token}`
    expect((await ask(server.port, '/', { headers: { cookie } })).status).toBe(401)
  }
  expect((await ask(server.port, pathname + search)).status).toBe(303)
})

test.each([
  ['no name at all', 'GET / HTTP/1.0\r\nCOOKIE\r\n\r\n', '403'],
  ['two names', 'GET / HTTP/1.1\r\nHost: HOST\r\nHost: example.org\r\nCOOKIE\r\n\r\n', '40[03]'],
  [
    'another name in the request than in its header',
    'GET http://example.org/ HTTP/1.1\r\nHost: HOST\r\nCOOKIE\r\n\r\n',
    '404',
  ],
  [
    'a second request hidden in its body',
    'GET / HTTP/1.1\r\nHost: HOST\r\nCOOKIE\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    '400',
  ],
])('a request with %s is refused', async (_, request, status) => {
  const server = await startLoopback()
  const cookie = await comeIn(server)
  const text = request
    .replaceAll('HOST', `127.0.0.1:${server.port}`)
    .replace('COOKIE', `Cookie: ${cookie}\r\nConnection: close`)
  expect(await said(server.port, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
})

describe('every request', () => {
  const places = ['/', '/assets/main-1a2b.js', '/preview/page', '/media/drawing.svg', '/nothing.txt']

  test('with the cookie is answered', async () => {
    const server = await startLoopback()
    const cookie = await comeIn(server)
    const statuses = await Promise.all(
      places.map(async path => (await ask(server.port, path, { headers: { cookie } })).status),
    )
    expect(statuses).toEqual([200, 200, 200, 200, 404])
  })

  test.each(places)('without the cookie is refused: %s', async path => {
    const server = await startLoopback()
    await comeIn(server)
    const refused = await ask(server.port, path)
    expect(refused.status).toBe(401)
    expect(refused.body).not.toMatch(/Window|export|Page|svg/)
  })

  test('with a cookie that was made up is refused', async () => {
    const server = await startLoopback()
    const cookie = await comeIn(server)
    const name = cookie.split('=')[0]
    const made = `${name}=${'A'.repeat(43)}; ${name}=; other=1`
    expect((await ask(server.port, '/', { headers: { cookie: made } })).status).toBe(401)
    expect((await ask(server.port, '/', { headers: { cookie: `other=1; ${cookie}` } })).status).toBe(200)
  })

  test.each(['signpost.example.org', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'meant for another name is refused, because a name can be made to lead here: %s',
    async host => {
      const server = await startLoopback()
      const cookie = await comeIn(server)
      expect((await ask(server.port, '/', { headers: { cookie, host } })).status).toBe(403)
    },
  )

  test('from another site is refused, whatever cookie comes with it', async () => {
    const server = await startLoopback()
    const cookie = await comeIn(server)
    for (const origin of ['https://example.org', 'http://127.0.0.1:1', 'null', `http://localhost:${server.port}`]) {
      expect((await ask(server.port, '/', { headers: { cookie, origin } })).status).toBe(403)
    }
    for (const site of ['cross-site', 'same-site']) {
      expect((await ask(server.port, '/', { headers: { cookie, 'sec-fetch-site': site } })).status).toBe(403)
    }
    const own = { cookie, origin: `http://127.0.0.1:${server.port}`, 'sec-fetch-site': 'same-origin' }
    expect((await ask(server.port, '/', { headers: own })).status).toBe(200)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('only reads: %s is refused', async method => {
    const server = await startLoopback()
    const cookie = await comeIn(server)
    expect((await ask(server.port, '/', { method, headers: { cookie } })).status).toBe(405)
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%00main-1a2b.js',
    '/preview/..%2f..%2fsecret.txt',
    '/media/%2e%2e%2fsecret.txt',
    '//etc/passwd',
    '/%E0%A4%A',
    'http://example.org/secret.txt',
  ])('cannot climb out of the window’s folder: %s', async path => {
    const server = await startLoopback()
    const cookie = await comeIn(server)
    const answered = await ask(server.port, path, { headers: { cookie } })
    expect(answered.status).toBe(404)
    expect(answered.body).not.toContain('outside')
  })
})

describe('the headers', () => {
  test('of the window allow its own scripts only, and one nonce for styles that no other answer has', async () => {
    const server = await startLoopback()
    const cookie = await comeIn(server)
    const [first, second] = await Promise.all([1, 2].map(() => ask(server.port, '/', { headers: { cookie } })))
    const policy = String(first?.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(first?.body).toContain(`nonce="${nonce}"`)
    expect(second?.body).not.toContain(`nonce="${nonce}"`)
    expect(first?.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('of a preview allow no script at all, whatever the program itself answered', async () => {
    const server = await startLoopback()
    const cookie = await comeIn(server)
    const { headers } = await ask(server.port, '/preview/page', { headers: { cookie } })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'none'")
    expect(policy).toMatch(/sandbox allow-same-origin$/)
    expect(policy).toContain("frame-ancestors 'self'")
  })

  test('of a picture that came with the workspace let it do nothing', async () => {
    const server = await startLoopback()
    const cookie = await comeIn(server)
    const { headers } = await ask(server.port, '/media/drawing.svg', { headers: { cookie } })
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox$/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('stand on refusals and missing files too', async () => {
    const server = await startLoopback()
    for (const path of ['/', '/enter', '/nothing.txt']) {
      expect((await ask(server.port, path)).headers['content-security-policy']).toContain("default-src 'none'")
    }
  })
})

describe('the WebSocket', () => {
  test('answers the contract to a window that came in, and to a second one of the same browser', async () => {
    const server = await startLoopback()
    const headers = { cookie: await comeIn(server), origin: `http://127.0.0.1:${server.port}` }
    for (const _ of ['first', 'second']) {
      const websocket = await connect(server.port, headers)
      if (!(websocket instanceof WebSocket)) throw new Error(`refused with ${websocket}`)
      const client: ContractRouterClient<typeof contract> = createORPCClient(
        new RPCLink({ websocket: websocket as never }),
      )
      expect(await client.start.close()).toEqual({ kind: 'ok' })
    }
  })

  test('is refused without the cookie, without or from another Origin, under another name, and at another path', async () => {
    const server = await startLoopback()
    const cookie = await comeIn(server)
    const origin = `http://127.0.0.1:${server.port}`
    expect(await connect(server.port, { origin })).toBe(401)
    expect(await connect(server.port, { cookie })).toBe(403)
    expect(await connect(server.port, { cookie, origin: 'https://example.org' })).toBe(403)
    expect(await connect(server.port, { cookie, origin: 'null' })).toBe(403)
    expect(await connect(server.port, { cookie, origin, host: `signpost.example.org:${server.port}` })).toBe(403)
    expect(await connect(server.port, { cookie, origin }, '/')).toBe(404)
  })
})

describe('the port', () => {
  test('is open on 127.0.0.1 and on no other address of this computer', async () => {
    const server = await startLoopback()
    const others = Object.values(networkInterfaces())
      .flatMap(addresses => addresses ?? [])
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
      .map(({ address }) => address)
    expect(await reaches('127.0.0.1', server.port)).toBe(true)
    // Linux leads all of 127.0.0.0/8 to the loopback interface, so there is always one other address to try.
    for (const address of ['127.0.0.2', ...others]) expect(await reaches(address, server.port)).toBe(false)
  })

  test('in use is a refusal with a next step, not a crash', async () => {
    const server = await startLoopback()
    await expect(startLoopback(server.port)).rejects.toThrow(
      `Another program on this computer is using port ${server.port}.`,
    )
  })
})

/** What is answered to exactly these bytes, up to the end of the connection. */
function said(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write(request))
    socket.on('data', part => {
      answer += part.toString('latin1')
    })
    socket.once('close', () => resolve(answer))
    socket.once('error', reject)
  })
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = createConnection({ host, port, timeout: 2000 })
    const end = (reached: boolean) => {
      socket.destroy()
      resolve(reached)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}
