import type { GitHttpRequest, GitHttpResponse, HttpClient } from 'isomorphic-git'
import { requestBody } from './request-body.ts'

/** `fetch`, as Node and Electron's `net` both have it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** The connection failed, or was given up: `stopped` by the person, `silent` when nothing came for too long. */
export class ConnectionFault extends Error {
  readonly why: 'stopped' | 'silent' | 'broken'
  /** How many bytes of the answer had come. */
  readonly heard: number
  constructor(why: 'stopped' | 'silent' | 'broken', heard: number, cause?: unknown) {
    super(`connection ${why}`, { cause })
    this.why = why
    this.heard = heard
  }
}

/** The server sent the request on to another address. */
export class MovedFault extends Error {
  readonly to: string
  constructor(to: string) {
    super('moved')
    this.to = to
  }
}

export interface GitHttp extends HttpClient {
  /** What went wrong with the network, where an error tells only what followed from it. */
  fault(): ConnectionFault | MovedFault | null
}

/** How long nothing may come before a connection counts as dead. A server that packs a large answer says so meanwhile. */
const silenceMs = 60_000

/**
 * What git asks for below a repository's address. Sent on to the same at another address, the repository has moved; sent
 * on to anything else, something on the way wants to be seen first, as the sign-in page of a guest wi-fi does.
 */
const servicePart = /\/(info\/refs|git-(upload|receive)-pack)(\?.*)?$/

/**
 * How git ends its list of branches. A list that something on the way cut short looks like a shorter list, and a shared
 * copy of which nothing was heard would seem to be empty.
 */
const listEnd = '0000'
/** What stands before it, the name of the service, ends so too: `001f# service=git-receive-pack`, a new line, `0000`. */
const listBegin = 35
const isList = ({ headers, ok }: Response) =>
  ok && /^application\/x-git-.*-advertisement$/.test(headers.get('content-type') ?? '')

/** isomorphic-git's client over the `fetch` that was passed in: cancelled by `signal`, with the bytes counted. */
export function gitHttp(
  fetch: Fetch,
  options: {
    signal?: AbortSignal | undefined
    onBytes?: ((bytes: number) => void) | undefined
    /** What time the server says it is, to the second (RFC 9110, 6.6.1). */
    onServerTime?: ((at: Date) => void) | undefined
    silence?: number | undefined
  } = {},
): GitHttp {
  let fault: ConnectionFault | MovedFault | null = null
  const fail = (found: ConnectionFault | MovedFault) => {
    fault ??= found
    return found
  }

  async function request({ url, method = 'GET', headers = {}, body }: GitHttpRequest): Promise<GitHttpResponse> {
    // A large share takes longer than anybody is silent, and the server has nothing to say until it has all of it.
    const sending = body && (await requestBody(body, () => watch.heard()))
    const watch = watchSilence(options.signal, options.silence ?? silenceMs)
    const sent: RequestInit = { method, headers, signal: watch.signal, redirect: 'follow', credentials: 'omit' }
    let response: Response
    try {
      response = await fetch(url, { ...sent, ...sending?.init })
    } catch (error) {
      watch.end()
      const unmade = sending?.unmade()
      if (unmade) throw unmade.error
      throw fail(new ConnectionFault(watch.why() ?? 'broken', 0, error))
    }
    watch.heard()
    const served = Date.parse(response.headers.get('date') ?? '')
    if (!Number.isNaN(served)) options.onServerTime?.(new Date(served))
    const [place] = servicePart.exec(response.url) ?? []
    if (response.redirected && place !== undefined) {
      watch.end()
      throw fail(new MovedFault(response.url.slice(0, -place.length)))
    }
    return {
      url: response.url,
      method,
      statusCode: response.status,
      statusMessage: response.statusText,
      headers: Object.fromEntries(response.headers),
      body: bytesOf(response),
    }

    async function* bytesOf(from: Response): AsyncIterableIterator<Uint8Array> {
      let came = 0
      let last = ''
      try {
        for await (const chunk of from.body ?? []) {
          watch.heard()
          came += chunk.byteLength
          last = `${last}${Buffer.from(chunk.subarray(-listEnd.length)).toString('latin1')}`.slice(-listEnd.length)
          options.onBytes?.(chunk.byteLength)
          yield chunk
        }
        if (isList(from) && (came <= listBegin || last !== listEnd)) throw new Error('the list of branches has no end')
      } catch (error) {
        throw fail(new ConnectionFault(watch.why() ?? 'broken', came, error))
      } finally {
        watch.end()
      }
    }
  }
  return { request, fault: () => fault }
}

/** Ends a request when nothing was heard for `ms`, or when the person stops it. */
function watchSilence(signal: AbortSignal | undefined, ms: number) {
  const silent = new AbortController()
  let timer = setTimeout(() => silent.abort(), ms)
  return {
    signal: signal ? AbortSignal.any([signal, silent.signal]) : silent.signal,
    heard: () => {
      clearTimeout(timer)
      timer = setTimeout(() => silent.abort(), ms)
    },
    end: () => clearTimeout(timer),
    why: () => (signal?.aborted ? ('stopped' as const) : silent.signal.aborted ? ('silent' as const) : null),
  }
}
