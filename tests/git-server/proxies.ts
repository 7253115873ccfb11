import { createServer, type IncomingMessage, request, type Server as WebServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, createServer as createSocketServer, type Socket, type Server as SocketServer } from 'node:net'
import type { Certificate } from './certificates.ts'

/** What can stand between a laptop and the git server: each is small, real, and on this computer alone. */
export interface Between {
  port: number
  stop(): Promise<void>
}

/** Speaks TLS for a server that does not, as a host's front does, and as a council's proxy does that inspects traffic. */
export async function startTlsFront(to: string, { cert, key }: Certificate): Promise<Between> {
  const target = new URL(to)
  const front = createSecureServer({ cert, key }, (asked, answer) => {
    const onward = request(
      { host: target.hostname, port: target.port, method: asked.method, path: asked.url, headers: asked.headers },
      got => {
        answer.writeHead(got.statusCode ?? 502, got.headers)
        got.pipe(answer)
      },
    )
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  })
  return listen(front)
}

export interface Proxy extends Between {
  /** What it was asked to open a way to. */
  readonly asked: string[]
}

/** A council's proxy (RFC 9110, 9.3.6): opens a way to any host, once it has seen the password, if it wants one. */
export async function startProxy({ password }: { password: string | null }): Promise<Proxy> {
  const asked: string[] = []
  const wanted = password === null ? null : `Basic ${Buffer.from(password).toString('base64')}`
  const allowed = ({ headers }: IncomingMessage) => wanted === null || headers['proxy-authorization'] === wanted
  const proxy = createServer((_, answer) => answer.writeHead(407, { 'proxy-authenticate': 'Basic realm="x"' }).end())
  proxy.on('connect', (request: IncomingMessage, near: Socket) => {
    asked.push(request.url ?? '')
    if (!allowed(request)) {
      near.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="council"\r\n\r\n')
      return
    }
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(request.url ?? '') ?? []
    const far = connect(Number(port), host, () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n')
      near.pipe(far).pipe(near)
    })
    far.on('error', () => near.destroy())
    near.on('error', () => far.destroy())
  })
  return { asked, ...(await listen(proxy)) }
}

/** A guest wi-fi that sends everything to its own page until somebody has agreed to its terms. */
export async function startPortal(): Promise<Between> {
  const portal = createServer((asked, answer) => {
    if (asked.url === '/welcome') answer.setHeader('content-type', 'text/html').end('<h1>Accept our terms</h1>')
    else answer.writeHead(302, { location: '/welcome' }).end()
  })
  return listen(portal)
}

/** The same server by IPv6 and by nothing else. */
export async function startIpv6Only(to: string): Promise<Between> {
  const target = new URL(to)
  const front = createSocketServer(near => {
    const far = connect(Number(target.port), target.hostname)
    near.pipe(far).pipe(near)
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  })
  return listen(front, '::1')
}

async function listen(server: WebServer | SocketServer, host = '127.0.0.1'): Promise<Between> {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: 0, host, ipv6Only: true }, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('nothing listens')
  return {
    port: address.port,
    stop: async () => {
      for (const socket of open) socket.destroy()
      await new Promise(done => server.close(done))
    },
  }
}
