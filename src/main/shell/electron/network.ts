import { Readable } from 'node:stream'
import type { ClientRequest, IncomingMessage, net } from 'electron'

/** As many as Fetch itself follows (HTTP-redirect fetch, 4). */
const mostMoves = 20
/** Statuses that come without a body (Fetch, null body status). */
const bodiless = [101, 204, 205, 304]

/** One question to one address. */
interface Asked {
  method: string
  url: string
  headers: Headers
  /** A stream can be sent once alone. */
  body: Buffer | ReadableStream<Uint8Array> | null
}

/**
 * `fetch` over Chromium's own network stack: the proxies and certificates that this computer's browser uses. Electron's own
 * `net.fetch` does not say where an answer came from (docs/api/net, “Limitations”), and takes all that is to be sent into
 * memory before the first byte goes out (docs/api/client-request, `chunkedEncoding`), so that nobody could tell a large share
 * on its way from a dead connection. A sign-in goes to the address alone that it was meant for (Fetch, HTTP-redirect fetch, 13).
 */
export function fetchOver(request: typeof net.request): typeof fetch {
  return (input, init) => fetchWith(request, input, init)
}

async function fetchWith(
  request: typeof net.request,
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const wanted = new Request(input, init)
  let asked: Asked = {
    method: wanted.method,
    url: wanted.url,
    headers: wanted.headers,
    body: init?.body instanceof ReadableStream ? wanted.body : await bytesOf(wanted),
  }
  for (let moves = 0; moves <= mostMoves; moves++) {
    wanted.signal.throwIfAborted()
    const answer = await askOnce(request, asked, wanted)
    if (answer instanceof Response) return withAddress(answer, asked.url, moves > 0)
    if (wanted.redirect !== 'follow') throw new TypeError(`sent on to ${answer.url}, which was not to be followed`)
    asked = movedOn(asked, answer)
  }
  throw new TypeError('sent on and on')
}

async function bytesOf(wanted: Request): Promise<Buffer | null> {
  return wanted.body === null ? null : Buffer.from(await wanted.arrayBuffer())
}

/** Where the server sends it on to, and as what. */
type Moved = Pick<Asked, 'method' | 'url'>

function movedOn(asked: Asked, { method, url }: Moved): Asked {
  const headers = new Headers(asked.headers)
  if (new URL(url).origin !== new URL(asked.url).origin) headers.delete('authorization')
  const isAskedAnew = method !== asked.method
  if (isAskedAnew) headers.delete('content-type')
  if (!isAskedAnew && asked.body instanceof ReadableStream) throw new TypeError('what is sent as a stream is sent once')
  return { method, url, headers, body: isAskedAnew ? null : asked.body }
}

function askOnce(
  requestOf: typeof net.request,
  { method, url, headers, body }: Asked,
  wanted: Request,
): Promise<Response | Moved> {
  const { signal, cache, referrerPolicy } = wanted
  return new Promise((resolve, reject) => {
    const request = requestOf({
      method,
      url,
      headers: Object.fromEntries(headers),
      credentials: wanted.credentials === 'include' ? 'include' : 'omit',
      cache,
      referrerPolicy,
      redirect: 'manual',
    })
    const stop = () => {
      reject(signal.reason)
      request.abort()
    }
    // For as long as the answer is read: a request says that it is closed as soon as it is sent.
    signal.addEventListener('abort', stop, { once: true })
    request.on('error', reject)
    request.on('redirect', (_status, as, to) => {
      resolve({ method: as, url: to })
      request.abort()
    })
    request.on('response', message => {
      // Of an answer that has no body nobody else hears.
      message.on('error', () => undefined)
      try {
        resolve(responseOf(message, method, request))
      } catch (error) {
        reject(error)
        request.abort()
      }
    })
    send(request, body).catch(error => {
      reject(error)
      request.abort()
    })
  })
}

async function send(request: ClientRequest, body: Asked['body']): Promise<void> {
  if (!(body instanceof ReadableStream)) {
    request.end(body === null || body.length === 0 ? undefined : body)
    return
  }
  request.chunkedEncoding = true
  const pieces = body.getReader()
  // Whoever makes the pieces is told that nobody wants the rest.
  request.on('close', () => void pieces.cancel().catch(() => undefined))
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
    const bytes = Buffer.from(piece.value)
    await new Promise<void>(taken => request.write(bytes, undefined, taken))
  }
  request.end()
}

function responseOf(message: IncomingMessage, method: string, request: ClientRequest): Response {
  const { statusCode: status, statusMessage: statusText } = message
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headers)) {
    for (const value of [values].flat()) headers.append(name, value)
  }
  return new Response(bodiless.includes(status) || method === 'HEAD' ? null : bodyOf(message, request), {
    status,
    statusText,
    headers,
  })
}

/** As fast as it is read. Electron's answer is a stream of node's, whatever its types say of it (docs/api/incoming-message). */
function bodyOf(message: IncomingMessage, request: ClientRequest): ReadableStream<Uint8Array> {
  if (!(message instanceof Readable)) throw new TypeError('an answer that cannot be read')
  const pieces = message[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: () => request.abort(),
    },
    { highWaterMark: 0 },
  )
}

/** `Response` has no other way of being told (Fetch, Response class). */
function withAddress(response: Response, url: string, redirected: boolean): Response {
  return Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } })
}
