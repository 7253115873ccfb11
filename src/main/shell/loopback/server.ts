import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import { socketPath } from '../../../shared/contract/handover.ts'
import { type Refusal, refuse } from '../../../shared/outcome.ts'
import { answer, notFound } from '../answer.ts'
import { workspaceFileHeaders } from '../headers.ts'
import type { App, Response } from '../host.ts'
import type { WindowFiles } from '../window-files.ts'
import { type Admission, type Asked, createAdmission } from './admission.ts'
import { whoseIs } from './whose-connection.ts'

export interface Loopback {
  kind: 'listening'
  port: number
  /** An address that lets one browser in, once. */
  newAddress(): string
  close(): Promise<void>
}

export interface LoopbackDeps {
  app: Pick<App, 'router' | 'respond'>
  files: WindowFiles
  /** 0 for any free one. */
  port: number
}

/** The largest message: a picture of 30 MB in base64, and its words. */
const largestMessage = 48 * 1024 * 1024

/**
 * The window, served to a browser on this computer and to nothing else: it listens on 127.0.0.1 only, and everything asked
 * of it passes `admission.ts` first.
 */
export async function serveLoopback({ app, files, port }: LoopbackDeps): Promise<Loopback | Refusal> {
  const server = createServer()
  const listening = await listen(server, port)
  if (listening.kind === 'refused') return listening
  const admission = createAdmission(listening.port)
  const origin = `http://127.0.0.1:${listening.port}`
  const deps = { files, respond: app.respond, socket: `ws://127.0.0.1:${listening.port}` }

  server.on('request', (request, response) => {
    void answerRequest(request, origin, admission, url => answer(deps, url))
      .catch(() => ({ ...notFound(), status: 500, body: 'Something went wrong in Signpost. Nothing was lost.' }))
      .then(answered => send(request, response, answered))
  })
  const sockets = serveSockets(server, origin, admission, app)

  return {
    kind: 'listening',
    port: listening.port,
    newAddress: () => `${origin}/enter?token=${admission.newToken()}`,
    async close() {
      for (const client of sockets.clients) client.close(1001)
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      // A browser that does not answer the goodbye must not keep the program from ending.
      setTimeout(() => {
        for (const client of sockets.clients) client.terminate()
        server.closeAllConnections()
      }, 500).unref()
      server.closeIdleConnections()
      await closed
    },
  }
}

async function answerRequest(
  request: IncomingMessage,
  origin: string,
  admission: Admission,
  answerAdmitted: (url: URL) => Promise<Response>,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sentence(405, 'Signpost’s window only reads by address.')
  }
  const asked = askedBy(request)
  const ours = admission.isOurs(asked)
  if (ours.kind === 'refused') return sentence(ours.status, ours.sentence)
  // Only a path: `http://elsewhere/` and `//elsewhere/` are requests to a proxy, which this is not.
  const target = request.url ?? ''
  if (!/^\/(?!\/)/.test(target) || !URL.canParse(target, origin)) return notFound()
  const url = new URL(target, origin)
  if (url.pathname === '/enter') return enter(url, request, admission)
  const admitted = admission.admit(asked)
  return admitted.kind === 'refused' ? sentence(admitted.status, admitted.sentence) : answerAdmitted(url)
}

/** The token becomes a cookie and leaves the address bar; a second use of it finds nothing. */
function enter(url: URL, { socket }: IncomingMessage, admission: Admission): Response {
  const entered = admission.exchange(url.searchParams.get('token'), () => whoseIs(socket))
  if (entered.kind === 'refused') return sentence(entered.status, entered.sentence)
  const headers = {
    ...workspaceFileHeaders(),
    'Cache-Control': 'no-store',
    'Set-Cookie': entered.cookie,
    Location: '/',
  }
  return { status: 303, headers, body: '' }
}

function serveSockets(server: Server, origin: string, admission: Admission, app: Pick<App, 'router'>) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false })
  const handler = new RPCHandler(app.router)
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const target = request.url ?? ''
    const known = URL.canParse(target, origin) && new URL(target, origin).pathname === socketPath
    const admitted = admission.admitSocket(askedBy(request))
    if (admitted.kind === 'refused' || !known) {
      const status = admitted.kind === 'refused' ? `${admitted.status} Refused` : '404 Not Found'
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, client => {
      // A message that is too large, or a cable pulled: the socket closes, and the window connects again.
      client.on('error', () => client.terminate())
      void handler.upgrade(client)
    })
  })
  return sockets
}

function askedBy(request: IncomingMessage): Asked {
  const site = request.headers['sec-fetch-site']
  // Of two names Node reads the first and another program on the way the second: such a request means neither.
  const [host, another] = request.headersDistinct.host ?? []
  return {
    host: another === undefined ? host : undefined,
    origin: request.headers.origin,
    site: Array.isArray(site) ? site.join() : site,
    cookie: request.headers.cookie,
  }
}

function sentence(status: number, text: string): Response {
  const headers = { ...workspaceFileHeaders(), 'Content-Type': 'text/plain; charset=utf-8' }
  return { status, headers, body: text }
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Response): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  response.writeHead(status, { ...headers, 'Content-Length': bytes.byteLength })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function listen(server: Server, port: number): Promise<{ kind: 'free'; port: number } | Refusal> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(portInUse(port))
      else if (error.code === 'EACCES') resolve(portNotAllowed(port))
      else reject(error)
    })
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address()
      if (isInet(address)) resolve({ kind: 'free', port: address.port })
    })
  })
}

function isInet(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

function portInUse(port: number): Refusal {
  return refuse(
    'port-in-use',
    `Another program on this computer is using port ${port}.`,
    'Close that program, or leave out --port and Signpost finds a free one.',
  )
}

function portNotAllowed(port: number): Refusal {
  return refuse(
    'port-not-allowed',
    `This computer does not let Signpost use port ${port}.`,
    'Choose a port above 1023, or leave out --port and Signpost finds a free one.',
  )
}
