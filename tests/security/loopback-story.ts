import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { implement } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { AppRouter } from '../../src/main/shell/index.ts'
import { type Loopback, serveLoopback } from '../../src/main/shell/loopback/server.ts'
import { windowFiles } from '../../src/main/shell/window-files.ts'
import { contract } from '../../src/shared/contract/index.ts'

/** A real server with a window of two files and a program that answers one question; it ends with the test. */
export async function startLoopback(port = 0): Promise<Loopback> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-window-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const window = join(folder, 'renderer')
  await mkdir(join(window, 'assets'), { recursive: true })
  await writeFile(
    join(window, 'index.html'),
    '<!doctype html><meta property="csp-nonce" nonce="SIGNPOST-NONCE"><p>Window</p>',
  )
  await writeFile(join(window, 'assets', 'main-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'outside')
  const server = await serveLoopback({
    app: {
      router: oneAnswer,
      respond: async ({ path }) =>
        path.startsWith('/preview/')
          ? {
              status: 200,
              headers: { 'Content-Type': 'text/html', 'content-security-policy': '' },
              body: '<p>Page</p>',
            }
          : path === '/media/drawing.svg'
            ? { status: 200, headers: { 'Content-Type': 'image/svg+xml' }, body: '<svg/>' }
            : null,
    },
    files: windowFiles(window),
    port,
  })
  if (server.kind === 'refused') throw new Error(server.sentence)
  onTestFinished(() => server.close())
  return server
}

const os = implement(contract)
/** Only what the tests ask; the rest of the contract is not the shell's business. */
const oneAnswer = { start: { close: os.start.close.handler(() => ({ kind: 'ok' as const })) } } as unknown as AppRouter

export interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** One request with exactly these headers: `fetch` would not let a test send a wrong Host or a raw path. */
export function ask(
  port: number,
  path: string,
  { headers = {}, method = 'GET' }: { headers?: Record<string, string>; method?: string } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Comes in as the person's own browser does: the address once, then the cookie. */
export async function comeIn(server: Loopback): Promise<string> {
  const address = new URL(server.newAddress())
  const entered = await ask(server.port, address.pathname + address.search)
  const [cookie] = [entered.headers['set-cookie']].flat()
  return cookie?.split(';')[0] ?? ''
}

/** Opens a WebSocket with these headers: the socket, or the status of the answer that refused it. */
export function connect(port: number, headers: Record<string, string>, path = '/rpc'): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0)
      response.resume()
    })
    socket.once('error', error => (/Unexpected server response/.test(error.message) ? undefined : reject(error)))
    onTestFinished(() => socket.terminate())
  })
}
