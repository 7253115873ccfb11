import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Address, Reach } from './reach.ts'

/** What a server said, or why nobody could ask it. */
export type Said =
  | { kind: 'said'; status: number; location: string | null; retryAfter: boolean; body: string }
  /** The name has no address, nobody answers there, or not in time. */
  | { kind: 'silent'; why: 'no-such-name' | 'no-answer' | 'certificate' }
  /** It is not on the public internet, or not asked for as a web page is. */
  | { kind: 'not-ours' }

export interface AskOptions {
  reach: Reach
  agent: string
  signal: AbortSignal
  /** How much of the body is read; none where nothing is said. */
  most?: number
  /** For all of it, in milliseconds. */
  patience?: number
}

/**
 * Asks one server once, and follows nothing. The name is looked up here, and the connection goes to exactly the address
 * that was found to be public: a name that answers otherwise the second time (DNS rebinding) is never asked a second time.
 * No cookie, no sign-in and no proxy goes along.
 */
export async function askOnce(method: 'HEAD' | 'GET', address: URL, options: AskOptions): Promise<Said> {
  const { reach, signal } = options
  const isSecure = address.protocol === 'https:'
  const port = address.port === '' ? (isSecure ? 443 : 80) : Number(address.port)
  const isWeb = isSecure || address.protocol === 'http:'
  if (!isWeb || address.username !== '' || address.password !== '' || !reach.mayUsePort(port))
    return { kind: 'not-ours' }
  const host = address.hostname.replace(/^\[|\]$/g, '')
  const addresses = await addressesOf(host, reach)
  const [first] = addresses
  if (first === undefined) return { kind: 'silent', why: 'no-such-name' }
  // One that is not public among several is enough: which of them a connection takes is nobody's to know.
  if (!addresses.every(reach.mayReach)) return { kind: 'not-ours' }
  signal.throwIfAborted()
  return request(method, address, { ...options, found: first, isSecure })
}

async function addressesOf(host: string, reach: Reach): Promise<readonly Address[]> {
  const family = isIP(host)
  if (family === 4 || family === 6) return [{ address: host, family }]
  try {
    return await reach.addressesOf(host)
  } catch {
    return []
  }
}

interface Asked extends AskOptions {
  found: Address
  isSecure: boolean
}

function request(method: string, address: URL, asked: Asked): Promise<Said> {
  const { agent, signal, most = 0, patience = 15_000, found, isSecure } = asked
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  const lookup: LookupFunction = (_host, { all }, done) => {
    if (all) done(null, [found])
    else done(null, found.address, found.family)
  }
  const settings = {
    method,
    lookup,
    signal: timeout,
    // An agent of its own: the program's may go through a proxy, which would look the name up again.
    agent: isSecure ? new https.Agent() : new http.Agent(),
    headers: { 'User-Agent': agent, Accept: 'text/html,*/*;q=0.8' },
  }
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (signal.aborted) reject(signal.reason)
      else resolve({ kind: 'silent', why: isCertificate(error) ? 'certificate' : 'no-answer' })
    }
    const sent = (isSecure ? https : http).request(address, settings, answer => {
      const said = (body: string): Said => ({
        kind: 'said',
        status: answer.statusCode ?? 0,
        location: answer.headers.location ?? null,
        retryAfter: answer.headers['retry-after'] !== undefined,
        body,
      })
      if (most === 0) {
        resolve(said(''))
        sent.destroy()
        return
      }
      const parts: Buffer[] = []
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        bytes += part.length
        if (bytes < most) return
        resolve(said(Buffer.concat(parts).toString('utf8')))
        sent.destroy()
      })
      answer.on('end', () => resolve(said(Buffer.concat(parts).toString('utf8'))))
      answer.on('error', failed)
    })
    sent.on('error', failed)
    sent.end()
  })
}

function isCertificate({ code = '' }: NodeJS.ErrnoException): boolean {
  return /CERT|SIGNATURE|ERR_TLS|SSL/.test(code)
}
