import { type ClientRequest as NodeRequest, request as nodeRequest } from 'node:http'
import { PassThrough, Writable } from 'node:stream'

export interface RequestOptions {
  method?: string
  url: string
  headers?: Record<string, string>
  credentials?: 'include' | 'omit' | 'same-origin'
  origin?: string
  redirect?: 'follow' | 'error' | 'manual'
}

/** Chromium writes these itself, and refuses whoever gives them. */
const itsOwn = new Set(['content-length', 'host', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'keep-alive'])
const policies = ['follow', 'error', 'manual']
type Taken = (error?: Error | null) => void

/**
 * Electron's `ClientRequest` on node's network, with Electron's rules (docs/api/client-request): a redirect is followed at
 * once or not at all, what is not sent in chunks goes out when there is all of it, and the request is closed when it is
 * sent, long before it is answered.
 */
export class ClientRequest extends Writable {
  readonly #options: Required<Pick<RequestOptions, 'method' | 'url' | 'redirect'>> & { headers: Record<string, string> }
  readonly #held: Buffer[] = []
  #chunked = false
  #line: NodeRequest | null = null
  #aborted = false
  #mayFollow: (() => void) | null = null

  constructor({ method = 'GET', url, headers = {}, redirect = 'follow', credentials, origin }: RequestOptions) {
    super({ autoDestroy: true })
    if (!/^https?:/.test(url)) throw new Error('ClientRequest only supports http: and https: protocols')
    if (!policies.includes(redirect)) throw new Error('redirect mode should be one of follow, error or manual')
    if (credentials === 'same-origin' && !origin) throw new Error('credentials: same-origin requires origin to be set')
    this.#options = { method, url, redirect, headers: { ...headers } }
  }

  get chunkedEncoding(): boolean {
    return this.#chunked
  }
  set chunkedEncoding(value: boolean) {
    if (this.#line !== null || this.#held.length > 0) throw new Error('only before the request is started')
    this.#chunked = value
  }
  setHeader(name: string, value: string): void {
    if (this.#line !== null || this.#held.length > 0) throw new Error('Can’t set headers after they are sent')
    this.#options.headers[name] = value
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, taken: Taken): void {
    if (this.#chunked) {
      this.#line ??= this.#started()
      this.#line?.write(chunk, taken)
      return
    }
    this.#held.push(chunk)
    taken()
  }
  override _final(taken: Taken): void {
    this.#line ??= this.#started(Buffer.concat(this.#held))
    this.#line?.end()
    taken()
  }

  followRedirect(): void {
    if (this.#mayFollow === null) throw new Error('followRedirect() called, but was not waiting for a redirect')
    this.#mayFollow()
  }
  abort(): void {
    if (!this.#aborted) process.nextTick(() => this.emit('abort'))
    this.#aborted = true
    this.#die()
  }

  #started(body?: Buffer): NodeRequest | null {
    const { method, url, headers } = this.#options
    const wrong = Object.keys(headers).find(name => itsOwn.has(name.toLowerCase()))
    if (wrong !== undefined) {
      process.nextTick(() => this.#die(new Error('net::ERR_INVALID_ARGUMENT')))
      return null
    }
    const length = body === undefined || body.length === 0 ? {} : { 'content-length': String(body.length) }
    const line = nodeRequest(url, { method, headers: { ...headers, ...length }, agent: false })
    line.on('response', answer => {
      const to = answer.headers.location
      const { statusCode: status = 0 } = answer
      if (to === undefined || ![301, 302, 303, 307, 308].includes(status)) {
        const { statusMessage, headers } = answer
        // A stream of its own: what nobody wants any more goes on coming until the request is aborted.
        const message = Object.assign(new PassThrough(), { statusCode: status, statusMessage, headers })
        answer.pipe(message)
        const cut = () => message.destroy(this.#aborted ? undefined : new Error('net::ERR_CONNECTION_CLOSED'))
        line.removeAllListeners('error').on('error', cut)
        answer.on('error', cut)
        this.emit('response', message)
        return
      }
      answer.resume()
      this.#redirected(status, new URL(to, url).href, answer.headers, body)
    })
    line.on('error', () => this.#die(new Error('net::ERR_CONNECTION_CLOSED')))
    this.on('abort', () => line.destroy())
    if (body !== undefined) line.end(body)
    return line
  }

  #redirected(status: number, url: string, headers: unknown, body: Buffer | undefined): void {
    const { method, redirect } = this.#options
    const becomesGet = status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST'
    const as = becomesGet ? 'GET' : method
    if (redirect === 'error') {
      this.#die(new Error('Attempted to redirect, but redirect policy was ‘error’'))
      return
    }
    let follows = redirect === 'follow'
    this.#mayFollow = () => {
      follows = true
    }
    this.emit('redirect', status, as, url, headers)
    this.#mayFollow = null
    if (this.#aborted) return
    if (!follows) this.#die(new Error('Redirect was cancelled'))
    else {
      Object.assign(this.#options, { method: as, url })
      this.#line = this.#started(becomesGet ? Buffer.alloc(0) : (body ?? Buffer.alloc(0)))
    }
  }

  /** What is said after it was destroyed is said all the same. */
  #die(error?: Error): void {
    if (this.destroyed && error) this.emit('error', error)
    this.destroy(error)
    this.#line?.destroy()
  }
}
