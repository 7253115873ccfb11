import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A real web server on this computer, closed when the test ends. Answers its address, without a slash at the end. */
export async function webHost(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(
    () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  xml: 'application/xml',
  txt: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
}

/** What a web host says that a file is, by its name. */
export function typeOf(name: string): string {
  return types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}

/** A plain web host of one folder, as councils have them: `index.html` for a slash, `404.html` for what is not there. */
export function serves(folder: () => string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const name = path.endsWith('/') ? `${path}index.html` : path
    const found = await readFile(join(folder(), name)).catch(() => null)
    if (found !== null) response.writeHead(200, { 'content-type': typeOf(name) }).end(found)
    else {
      const notFound = await readFile(join(folder(), '404.html')).catch(() => 'not found')
      response.writeHead(404, { 'content-type': types.html ?? '' }).end(notFound)
    }
  }
}

/** A clock that nobody has to wait for: waiting moves it on. */
export function fakeClock(start = 0) {
  let now = start
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    wait: async (ms: number, signal?: AbortSignal) => {
      if (signal?.aborted) return
      waits.push(ms)
      now += ms
    },
  }
}
