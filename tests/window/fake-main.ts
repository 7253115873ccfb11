import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { EventPublisher } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import { socketPath } from '../../src/shared/contract/handover.ts'
import type { AppEvent } from '../../src/shared/contract/index.ts'
import { type FakeOptions, fakeRouter } from './fake/router.ts'

export interface FakeMain {
  url: string
  socket: string
  /** Tells every window. */
  say(event: AppEvent): void
  /** Cuts every road, as a process that ends would; new ones are still taken. */
  cut(): void
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** A main process of made-up data, over the loopback shell's own road; `folder` holds the built window, if it is wanted. */
export async function startFakeMain(options: FakeOptions & { folder?: string; port?: number } = {}): Promise<FakeMain> {
  const events = new EventPublisher<{ said: AppEvent }>()
  const handler = new RPCHandler(fakeRouter(options, events))
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://fake').pathname)
    const file = join(options.folder ?? '', path === '/' ? 'index.html' : path)
    if (options.folder === undefined || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  const sockets = new WebSocketServer({ server, path: socketPath })
  sockets.on('connection', socket => void handler.upgrade(socket))
  const cut = () => {
    for (const socket of sockets.clients) socket.terminate()
  }
  await new Promise<void>(resolve => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    socket: `ws://127.0.0.1:${port}${socketPath}`,
    say: event => events.publish('said', event),
    cut,
    close: () =>
      new Promise(resolve => {
        cut()
        sockets.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
