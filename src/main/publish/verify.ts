import { z } from 'zod'
import { versionPath } from '../../shared/site/index.ts'

/**
 * Looks at the web, as families would, whether a publish is there: reads the site's version stamp over HTTP. Only the
 * stamp of that very publish counts; a page that looks fine, a login page or yesterday's copy do not.
 */

export type Verified =
  | { kind: 'live' }
  /** The web still gives another publish, an earlier one or somebody else's. */
  | { kind: 'other-publish'; publish: string }
  /** The address answers with a web page or anything else that is no stamp, such as a login page. */
  | { kind: 'not-our-site' }
  /** The host sends readers from https to http. */
  | { kind: 'not-secure'; to: string }
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
  fetch: typeof globalThis.fetch
  clock: Clock
  /** On the same clock; looks at least once, and not again after it. */
  deadline: number
  signal?: AbortSignal
}

const stampSchema = z.object({ publish: z.string().min(1).max(100), at: z.string() })
const firstPause = 1_000
const longestPause = 30_000
const patience = 15_000
const largestStamp = 10_000

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

async function look({ url, publish, fetch, signal }: Verification): Promise<Verified> {
  const address = stampAddress(url)
  const limit = AbortSignal.timeout(patience)
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'omit',
      headers: { 'cache-control': 'no-cache', pragma: 'no-cache', accept: 'application/json' },
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    })
    return judge(address, publish, response.url, response.status, await startOf(response))
  } catch {
    // Every way in which a request can fail (name, route, certificate, time) is the same answer: nobody was there.
    return signal?.aborted ? { kind: 'stopped' } : { kind: 'unreachable' }
  }
}

export function stampAddress(url: string): string {
  return new URL(versionPath, url.endsWith('/') ? url : `${url}/`).href
}

function judge(asked: string, publish: string, answered: string, status: number, text: string): Verified {
  if (asked.startsWith('https:') && answered.startsWith('http:')) return { kind: 'not-secure', to: answered }
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

/** As much of a body as a stamp can have; whoever answers with more is not our site. */
async function startOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  while (text.length <= largestStamp) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}

/** What a person is told, and what to do next. Every answer but “live” says what is not known or not so. */
export function sentenceOf(
  seen: Exclude<Verified, { kind: 'live' }>,
  url: string,
): { sentence: string; nextStep: string } {
  switch (seen.kind) {
    case 'other-publish':
      return {
        sentence: `The site was sent, but ${url} still shows another version.`,
        nextStep:
          'Some web hosts need a few minutes. Look again in a while; if it stays so, ask whoever runs the web host.',
      }
    case 'not-our-site':
      return {
        sentence: `The site was sent, but ${url} answers with something that is not this site, perhaps a page to sign in.`,
        nextStep: 'Open the address in a browser without signing in, and check the address in Settings.',
      }
    case 'not-secure':
      return {
        sentence: `The site was sent, but ${url} sends readers on to an address that is not secure.`,
        nextStep: 'Ask whoever runs the web host to keep readers on https.',
      }
    case 'missing':
      return {
        sentence: `The site was sent, but it cannot be found at ${url} yet.`,
        nextStep: 'Look again in a few minutes, and check the address in Settings.',
      }
    case 'server-trouble':
      return {
        sentence: `The site was sent, but the web host at ${url} has a fault of its own (${seen.status}).`,
        nextStep: 'Look again in a few minutes; if it stays so, ask whoever runs the web host.',
      }
    case 'unreachable':
      return {
        sentence: `The site was sent, but nobody answered at ${url}, so Signpost could not look.`,
        nextStep: 'Check that this computer is online, then look again.',
      }
    case 'stopped':
      return {
        sentence: 'The site was sent. You stopped before Signpost had looked at the web.',
        nextStep: 'Look again when you want to know.',
      }
  }
}
