import { z } from 'zod'
import { versionPath } from '../../shared/site/index.ts'
import { readsTheSame } from './reads-the-same.ts'

/**
 * Looks at the web, as families would, whether a publish is there: reads the site's version stamp over HTTP, then a sample
 * of its pages. Only the stamp of that very publish counts, and only pages that read as they were sent; a page that looks
 * fine, a login page or yesterday's copy do not.
 */

export type Verified =
  | { kind: 'live' }
  /** The web still gives another publish, an earlier one or somebody else's. */
  | { kind: 'other-publish'; publish: string }
  /** The address answers with a web page or anything else that is no stamp, such as a login page. */
  | { kind: 'not-our-site' }
  /** The host sends readers from https to http. */
  | { kind: 'not-secure'; to: string }
  /** The stamp is there, and this page is not, or says something else. */
  | { kind: 'other-page'; address: string }
  /** The stamp is there, and so is a page that was taken off. */
  | { kind: 'still-there'; address: string }
  | { kind: 'missing' }
  | { kind: 'server-trouble'; status: number }
  | { kind: 'unreachable' }
  | { kind: 'stopped' }

/** What is asked of the clock; passed in. `now` and waits are in milliseconds. */
export interface Clock {
  now(): number
  /** Waits, or comes back at once when `signal` is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export interface Verification {
  /** Where families read the site. */
  url: string
  publish: string
  /** Pages to read back, and some that must not be there any more. */
  pages?: PagesToRead
  fetch: typeof globalThis.fetch
  clock: Clock
  /** On the same clock; looks at least once, and not again after it. */
  deadline: number
  signal?: AbortSignal
}

/** By the address under the site's own, `education/travel/`. */
export interface PagesToRead {
  sent: ReadonlyMap<string, string>
  gone: readonly string[]
  /** What the site says where there is no page. */
  notFound: string
}

const stampSchema = z.object({ publish: z.string().min(1).max(100), at: z.string() })
const firstPause = 1_000
const longestPause = 30_000
const patience = 15_000
const largestStamp = 10_000
const largestPage = 5_000_000

/** Looks until the publish is there or the deadline has passed, and answers what it saw last. */
export async function verify(request: Verification): Promise<Verified> {
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    if (request.signal?.aborted) return { kind: 'stopped' }
    const seen = await look(request)
    if (seen.kind === 'live' || seen.kind === 'stopped') return seen
    if (request.clock.now() + pause > request.deadline) return seen
    await request.clock.wait(pause, request.signal)
  }
}

async function look(request: Verification): Promise<Verified> {
  const { url, publish, pages, signal } = request
  try {
    const stamp = await ask(request, stampAddress(url), largestStamp)
    const seen = judge(publish, stamp)
    if (seen.kind !== 'live' || pages === undefined) return seen
    return (await otherPage(request, pages)) ?? seen
  } catch {
    // Every way in which a request can fail (name, route, certificate, time) is the same answer: nobody was there.
    return signal?.aborted ? { kind: 'stopped' } : { kind: 'unreachable' }
  }
}

/** The first page of the sample that families do not get as it was sent; null where they get all of them. */
async function otherPage(request: Verification, pages: PagesToRead): Promise<Verified | null> {
  for (const [address, sent] of pages.sent) {
    const { asked, answered, status, text } = await ask(request, addressUnder(request.url, address), largestPage)
    if (isNotSecure(asked, answered)) return { kind: 'not-secure', to: answered }
    if (status >= 500) return { kind: 'server-trouble', status }
    if (status !== 200 || !readsTheSame(sent, text)) return { kind: 'other-page', address }
  }
  for (const address of pages.gone) {
    const { status, text } = await ask(request, addressUnder(request.url, address), largestPage)
    if (status === 200 && !readsTheSame(pages.notFound, text)) return { kind: 'still-there', address }
  }
  return null
}

interface Reply {
  asked: string
  answered: string
  status: number
  text: string
}

async function ask({ fetch, signal }: Verification, asked: string, most: number): Promise<Reply> {
  const limit = AbortSignal.timeout(patience)
  const response = await fetch(asked, {
    cache: 'no-store',
    credentials: 'omit',
    headers: { 'cache-control': 'no-cache', pragma: 'no-cache', accept: 'text/html, application/json' },
    signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
  })
  return { asked, answered: response.url, status: response.status, text: await startOf(response, most) }
}

export function addressUnder(url: string, path: string): string {
  return new URL(path, url.endsWith('/') ? url : `${url}/`).href
}

export function stampAddress(url: string): string {
  return addressUnder(url, versionPath)
}

function isNotSecure(asked: string, answered: string): boolean {
  return asked.startsWith('https:') && answered.startsWith('http:')
}

function judge(publish: string, { asked, answered, status, text }: Reply): Verified {
  if (isNotSecure(asked, answered)) return { kind: 'not-secure', to: answered }
  if (status === 404 || status === 410) return { kind: 'missing' }
  if (status !== 200) return { kind: 'server-trouble', status }
  const stamp = readStamp(text)
  if (stamp === null) return { kind: 'not-our-site' }
  return stamp.publish === publish ? { kind: 'live' } : { kind: 'other-publish', publish: stamp.publish }
}

function readStamp(text: string): z.infer<typeof stampSchema> | null {
  try {
    return stampSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** As much of a body as ours can have; whoever answers with more is not our site. */
async function startOf(response: Response, most: number): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  while (text.length <= most) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}
