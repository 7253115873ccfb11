import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { finished, type Readable, type Writable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** How the server misbehaves, until told otherwise. `down` cuts every connection; `slow` waits before each answer. */
export type Behaviour =
  | { kind: 'well' }
  | { kind: 'unauthorised' }
  | { kind: 'forbidden' }
  | { kind: 'down' }
  | { kind: 'busy' }
  | { kind: 'slow'; ms: number }
  | { kind: 'html' }
  | { kind: 'moved'; to: string }
  /** Lets everybody read, and nobody write. */
  | { kind: 'read-only' }
  /** Takes no request with a body larger than this, as a host's front does. */
  | { kind: 'small'; mostBytes: number }
  /** Knows nothing of protocol 2. */
  | { kind: 'old' }
  /** Its clock differs from this computer's. */
  | { kind: 'clock'; aheadMs: number }
  /** One byte of an answer becomes another on its way. */
  | { kind: 'spoiled'; atByte: number; of: 'git-upload-pack' }
  /**
   * Sends only the first bytes of what git answers to a request, then cuts, says that this was all, or falls silent.
   * `of` is the request that this happens to; all of them unless given.
   */
  | { kind: 'cut' | 'truncated' | 'silent'; afterBytes: number; of?: 'info/refs' | 'git-upload-pack' }

export interface Heard {
  method: string
  /** Path with query, never a header. */
  url: string
  /** The name that goes with the token, or null. */
  user: string | null
  status: number
  /** Whether nobody said before how long the request would be. */
  isStream: boolean
}

export interface GitServer {
  /** The address of a repository: `http://127.0.0.1:<port>/<name>.git`. */
  url(repository: string): string
  /** Makes an empty repository that refuses every push that is not a fast-forward, and answers its folder. */
  create(repository: string): string
  /** The folder of a repository, for looking at it with git itself. */
  folder(repository: string): string
  behave(behaviour: Behaviour): void
  readonly log: Heard[]
  /** Once nothing is being done any more for whoever has gone away meanwhile. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/**
 * A real git server: `git http-backend` as CGI behind HTTP basic authentication. As on git hosts, the token alone says
 * who somebody is. `users` is name to token; `dir` holds the bare repositories.
 */
export async function startGitServer(options: {
  dir: string
  users: Record<string, string>
  behaviour?: Behaviour
}): Promise<GitServer> {
  const { dir, users } = options
  const log: Heard[] = []
  const running = new Set<ChildProcessByStdio<Writable, Readable, null>>()
  let behaviour: Behaviour = options.behaviour ?? { kind: 'well' }
  mkdirSync(dir, { recursive: true })

  const server = createServer((request, response) => {
    const user = userOf(request, users)
    const isStream = request.headers['transfer-encoding'] === 'chunked'
    const heard: Heard = { method: request.method ?? '', url: request.url ?? '', user, status: 0, isStream }
    log.push(heard)
    response.on('close', () => {
      heard.status = response.statusCode
    })
    answer(request, response, behaviour, user, () => runBackend(dir, request, response, user, behaviour, running))
  })
  const port = await listen(server)
  const folder = (repository: string) => join(dir, `${repository}.git`)

  return {
    url: repository => `http://127.0.0.1:${port}/${repository}.git`,
    folder,
    create: repository => {
      const git = (...args: string[]) => execFileSync('git', args, { stdio: 'ignore' })
      git('init', '--bare', '--initial-branch=main', folder(repository))
      git('-C', folder(repository), 'config', 'http.receivepack', 'true')
      git('-C', folder(repository), 'config', 'receive.denyNonFastForwards', 'true')
      git('-C', folder(repository), 'config', 'receive.denyDeletes', 'true')
      git('-C', folder(repository), 'config', 'receive.fsckObjects', 'true')
      // Tidying up starts two programs more for each push, and there is nothing to tidy.
      git('-C', folder(repository), 'config', 'receive.autogc', 'false')
      return folder(repository)
    },
    behave: next => {
      behaviour = next
    },
    log,
    idle: async () => {
      await Promise.all([...running].map(child => once(child, 'close')))
    },
    stop: async () => {
      for (const child of running) child.kill()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the git server has no port'))
      else resolve(address.port)
    })
  })
}

function userOf(request: IncomingMessage, users: Record<string, string>): string | null {
  const sent = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (!sent) return null
  const token = Buffer.from(sent, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '')
  return Object.entries(users).find(([, known]) => known === token)?.[0] ?? null
}

const signInPage = '<!doctype html><title>Guest wi-fi</title><h1>Accept our terms to go online</h1>'

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  behaviour: Behaviour,
  user: string | null,
  backend: () => void,
): void {
  const say = (status: number, body: string, headers: Record<string, string> = {}) => {
    request.resume()
    response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body)
  }
  if (behaviour.kind === 'down') request.socket.destroy()
  else if (behaviour.kind === 'html') say(200, signInPage, { 'content-type': 'text/html' })
  else if (behaviour.kind === 'busy') say(503, 'Try later')
  else if (behaviour.kind === 'moved')
    say(301, '', { location: `${behaviour.to}${request.url?.replace(/^.*?\.git/, '')}` })
  else if (behaviour.kind === 'unauthorised' || user === null)
    say(401, 'Who are you?', { 'www-authenticate': 'Basic realm="git"' })
  else if (behaviour.kind === 'forbidden') say(403, 'You may not')
  else if (behaviour.kind === 'read-only' && request.url?.includes('receive-pack')) say(403, 'You may not')
  else if (behaviour.kind === 'small' && Number(request.headers['content-length'] ?? 0) > behaviour.mostBytes)
    say(413, 'Too large')
  else if (behaviour.kind === 'small' && request.headers['transfer-encoding'] === 'chunked')
    whenMoreThan(behaviour.mostBytes, request, () => say(413, 'Too large'))
  else if (behaviour.kind === 'slow') setTimeout(backend, behaviour.ms)
  else backend()
}

/** A front counts what nobody told the length of. */
function whenMoreThan(mostBytes: number, request: IncomingMessage, tooMuch: () => void): void {
  let came = 0
  request.on('data', (bytes: Buffer) => {
    if (came <= mostBytes && came + bytes.length > mostBytes) tooMuch()
    came += bytes.length
  })
}

function runBackend(
  dir: string,
  request: IncomingMessage,
  response: ServerResponse,
  user: string | null,
  behaviour: Behaviour,
  running: Set<ChildProcessByStdio<Writable, Readable, null>>,
): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: dir,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: behaviour.kind === 'old' ? '' : String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: decodeURIComponent(pathname),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      REMOTE_USER: user ?? '',
      REMOTE_ADDR: '127.0.0.1',
    },
  })
  running.add(child)
  child.on('close', () => running.delete(child))
  child.on('error', () => response.destroy())
  child.stdin.on('error', () => undefined)
  const body = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request
  body.pipe(child.stdin)
  // What was cut on its way has no end of its own, and git would wait for one for ever.
  finished(request, { writable: false }, error => {
    if (error) child.stdin.destroy()
  })
  relay(child.stdout, response, isMeant(behaviour, pathname) ? behaviour : { kind: 'well' })
}

/** Whether the request is one that the server's manners are about. */
function isMeant(behaviour: Behaviour, pathname: string): boolean {
  return !('of' in behaviour) || behaviour.of === undefined || pathname.endsWith(behaviour.of)
}

/** CGI: headers, an empty line, the body. */
function relay(from: Readable, response: ServerResponse, behaviour: Behaviour): void {
  let head: Buffer | null = Buffer.alloc(0)
  let left = 'afterBytes' in behaviour ? behaviour.afterBytes : Number.POSITIVE_INFINITY
  let sent = 0
  const ends = { cut: () => response.destroy(), truncated: () => response.end(), silent: () => undefined }
  const send = (bytes: Buffer) => {
    if (left <= 0) return
    if (behaviour.kind === 'spoiled') spoil(bytes, behaviour.atByte - sent)
    sent += bytes.length
    response.write(bytes.subarray(0, left))
    left -= bytes.length
    if (left <= 0 && 'afterBytes' in behaviour) setImmediate(ends[behaviour.kind])
  }
  if (behaviour.kind === 'clock') response.setHeader('date', new Date(Date.now() + behaviour.aheadMs).toUTCString())
  from.on('data', (chunk: Buffer) => {
    if (head === null) return send(chunk)
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    const headers = head
      .subarray(0, end)
      .toString('latin1')
      .split('\r\n')
      .map(line => line.split(/:\s*/, 2))
    const rest = head.subarray(end + 4)
    head = null
    for (const [name = '', value = ''] of headers) {
      if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    response.flushHeaders()
    if (rest.length > 0) send(rest)
  })
  from.on('end', () => {
    if (left > 0) response.end()
  })
}

function spoil(bytes: Buffer, at: number): void {
  const there = bytes[at]
  if (there !== undefined) bytes[at] = there ^ 0x55
}
