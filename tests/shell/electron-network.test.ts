import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { net } from 'electron'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { joinRemote } from '../../src/main/git/index.ts'
import { fetchOver } from '../../src/main/shell/electron/network.ts'
import { electronDouble } from '../electron-double/index.ts'
import { people, team, temporaryFolder, tidyUp, tokenOf } from '../git/team.ts'

afterEach(tidyUp)

/** Electron's network, as the program has it once it is ready. */
function electronFetch(): typeof fetch {
  const { module, state } = electronDouble()
  state.app.becomeReady()
  // The double is what its types say as far as it goes.
  return fetchOver(module.net.request as unknown as typeof net.request)
}

async function server(answer: RequestListener): Promise<string> {
  const listening = createServer(answer).listen(0, '127.0.0.1')
  onTestFinished(() => {
    listening.closeAllConnections()
    listening.close()
  })
  await once(listening, 'listening')
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
}

async function wordsOf(asked: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of asked) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** The same class: the window’s types know less of it than node’s. */
const streamOf = (pieces: AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>

const sentOn = (response: ServerResponse, status: number, location: string) =>
  response.writeHead(status, { location }).end()

describe('Electron’s network', () => {
  test('says where an answer came from, and whether it was sent on', async () => {
    const ask = electronFetch()
    const origin = await server(({ url }, response) =>
      url === '/old' ? sentOn(response, 301, '/new') : response.end('here'),
    )
    const straight = await ask(new URL(`${origin}/new`))
    expect([straight.url, straight.redirected, await straight.text()]).toEqual([`${origin}/new`, false, 'here'])
    const moved = await ask(`${origin}/old`)
    expect([moved.url, moved.redirected, moved.ok]).toEqual([`${origin}/new`, true, true])
  })

  test('a shared copy that moved is told as one, with its new address', async () => {
    const { server: shared } = await team({ 'media/a.jpg': 'bytes' }, 'priya')
    const ask = electronFetch()
    const by = people.priya ?? { name: 'Priya', email: 'priya@example.org' }
    const wish = { token: tokenOf('priya'), by, http: ask }
    const [old, folder] = [
      `${await server((asked, response) => {
        sentOn(response, 301, `${new URL(shared.url('offer')).origin}${asked.url}`)
      })}/offer.git`,
      join(temporaryFolder(), 'offer'),
    ]
    expect(await joinRemote({ ...wish, address: old, folder })).toMatchObject({
      code: 'moved',
      sentence: expect.stringContaining(new URL(shared.url('offer')).origin),
    })
    expect(await joinRemote({ ...wish, address: shared.url('offer'), folder })).toEqual({ kind: 'joined' })
  })

  test('gives a sign-in to nobody but the address that it was meant for', async () => {
    const ask = electronFetch()
    const heard: (string | undefined)[] = []
    const elsewhere = await server((asked, response) => {
      heard.push(asked.headers.authorization)
      response.end()
    })
    const origin = await server((asked, response) => {
      heard.push(asked.headers.authorization)
      sentOn(response, 307, asked.url === '/again' ? '/on' : `${elsewhere}/`)
    })
    await ask(`${origin}/again`, { headers: { authorization: 'Basic secret' } })
    expect(heard).toEqual(['Basic secret', 'Basic secret', undefined])
  })

  test('sends what is sent on as the server asks for it, and follows no circle', async () => {
    const ask = electronFetch()
    const origin = await server(async (asked, response) => {
      if (asked.url === '/round') sentOn(response, 302, '/round')
      else if (asked.url === '/kept') sentOn(response, 307, '/end')
      else if (asked.url === '/seen') sentOn(response, 303, '/end')
      else response.end(`${asked.method} ${await wordsOf(asked)}`)
    })
    const post = (path: string) => ask(`${origin}${path}`, { method: 'POST', body: Buffer.from('words') })
    expect(await (await post('/kept')).text()).toBe('POST words')
    expect(await (await post('/seen')).text()).toBe('GET ')
    await expect(ask(`${origin}/round`)).rejects.toThrow('sent on and on')
    await expect(ask(`${origin}/round`, { redirect: 'error' })).rejects.toThrow('not to be followed')
  })

  test('sends a stream piece by piece, as the server takes it, and once', async () => {
    const ask = electronFetch()
    const first = Promise.withResolvers<string>()
    const origin = await server(async (asked, response) => {
      if (asked.url === '/old') return void sentOn(response, 307, '/new')
      asked.once('data', piece => first.resolve(String(piece)))
      response.end(await wordsOf(asked))
    })
    const pieces = async function* () {
      yield new TextEncoder().encode('one, ')
      // Nothing more is made until the server has this.
      expect(await first.promise).toBe('one, ')
      yield new TextEncoder().encode('two')
    }
    const stream = () => ({ method: 'POST', body: streamOf(pieces()), duplex: 'half' as const })
    expect(await (await ask(`${origin}/new`, stream())).text()).toBe('one, two')
    await expect(ask(`${origin}/old`, stream())).rejects.toThrow('sent once')
    const failing = streamOf(
      (async function* () {
        yield new Uint8Array(1)
        throw new Error('could not be made')
      })(),
    )
    await expect(ask(`${origin}/new`, { ...stream(), body: failing })).rejects.toThrow('could not be made')
  })

  test('stops when it is told to: before the answer, and in the middle of it', async () => {
    const ask = electronFetch()
    const gone: Promise<unknown>[] = []
    const origin = await server((asked, response) => {
      gone.push(once(response, 'close'))
      if (asked.url === '/begun') response.write('beginning')
    })
    const early = new AbortController()
    const waiting = ask(`${origin}/silent`, { signal: early.signal })
    await vi.waitFor(() => expect(gone).toHaveLength(1))
    early.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
    const late = new AbortController()
    const answer = await ask(`${origin}/begun`, { signal: late.signal })
    late.abort()
    await expect(answer.text()).rejects.toThrow()
    const left = await ask(`${origin}/begun`)
    await left.body?.cancel()
    await Promise.all(gone)
    await expect(ask(origin, { signal: AbortSignal.abort(new Error('at once')) })).rejects.toThrow('at once')
  })

  test('answers without a body, and servers that are not there', async () => {
    const ask = electronFetch()
    const origin = await server(({ method }, response) => response.writeHead(method === 'HEAD' ? 200 : 204).end())
    expect((await ask(origin, { method: 'HEAD' })).body).toBeNull()
    expect((await ask(origin)).status).toBe(204)
    await expect(ask('http://127.0.0.1:1/')).rejects.toThrow('net::ERR_')
    await expect(ask('file:///etc/hostname')).rejects.toThrow('only supports http')
  })
})
