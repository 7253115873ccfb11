import robotsParser from 'robots-parser'
import { type AskOptions, askOnce, type Said } from './ask-once.ts'

/** What came of looking at one address. */
export type Look =
  | { kind: 'works' }
  | { kind: 'fails'; why: FailsWhy; status: number | null }
  | { kind: 'unknown'; why: UnknownWhy }

export const failsWhy = [
  'gone',
  'server-fault',
  'no-such-name',
  'no-answer',
  'certificate',
  'round-in-circles',
] as const
export type FailsWhy = (typeof failsWhy)[number]
/** `refused`: it wants a person. `asked-not-to`: its robots.txt. `not-public`: inside a network. */
export const unknownWhy = ['refused', 'asked-not-to', 'not-public'] as const
export type UnknownWhy = (typeof unknownWhy)[number]

/** What a site allows, by its robots.txt, kept for as long as one round of looking takes. */
export type Robots = Map<string, Promise<Allows>>
type Allows = (address: URL) => boolean

export interface LookOptions extends AskOptions {
  robots: Robots
  /** Waits for this host's turn: nobody is asked twice in a row without a pause. */
  turn(host: string): Promise<void>
}

/** As a browser's. */
const mostRedirects = 8

/** Looks at one address, and at what it leads to; every step is asked as carefully as the first. */
export async function lookAtLink(href: string, options: LookOptions): Promise<Look> {
  let address = new URL(href)
  for (let step = 0; step <= mostRedirects; step++) {
    if (address.protocol !== 'https:' && address.protocol !== 'http:') return { kind: 'unknown', why: 'not-public' }
    if (!(await allowsIn(address, options))(address)) return { kind: 'unknown', why: 'asked-not-to' }
    const said = await askPolitely(address, options)
    if (said.kind === 'not-ours') return { kind: 'unknown', why: 'not-public' }
    if (said.kind === 'silent') return { kind: 'fails', why: said.why, status: null }
    if (said.status < 300 || said.status >= 400 || said.location === null) return lookOf(said)
    if (!URL.canParse(said.location, address.href)) return { kind: 'fails', why: 'server-fault', status: said.status }
    address = new URL(said.location, address)
  }
  return { kind: 'fails', why: 'round-in-circles', status: null }
}

/** Some servers know no HEAD, and some answer it otherwise: what does not work is asked once more as a browser does. */
async function askPolitely(address: URL, options: LookOptions): Promise<Said> {
  await options.turn(address.host)
  const said = await askOnce('HEAD', address, options)
  if (said.kind === 'not-ours' || (said.kind === 'said' && said.status < 400)) return said
  if (said.kind === 'silent' && said.why !== 'no-answer') return said
  await options.turn(address.host)
  return askOnce('GET', address, options)
}

function lookOf({ status, retryAfter }: Extract<Said, { kind: 'said' }>): Look {
  if (status < 400) return { kind: 'works' }
  if (status === 404 || status === 410) return { kind: 'fails', why: 'gone', status }
  // A server that is there and says no, to a program or for now, says nothing of the page.
  if (status < 500 || status === 999 || (status === 503 && retryAfter)) return { kind: 'unknown', why: 'refused' }
  return { kind: 'fails', why: 'server-fault', status }
}

function allowsIn(address: URL, options: LookOptions): Promise<Allows> {
  const { robots } = options
  const known = robots.get(address.origin) ?? readRobots(address, options)
  robots.set(address.origin, known)
  return known
}

/** RFC 9309, section 2.3.1: where there is none everything is allowed; where it cannot be read for now, nothing. */
async function readRobots({ origin }: URL, options: LookOptions): Promise<Allows> {
  const url = new URL('/robots.txt', origin)
  await options.turn(url.host)
  const said = await followed(url, options)
  // Who cannot be asked for it cannot be asked for the page either, and that is what will be told.
  if (said.kind !== 'said' || (said.status >= 400 && said.status < 500)) return () => true
  if (said.status >= 500) return () => false
  const rules = robotsParser(url.href, said.body)
  return address => rules.isAllowed(address.href, options.agent) !== false
}

async function followed(first: URL, options: LookOptions): Promise<Said> {
  let address = first
  for (let step = 0; step < 5; step++) {
    const said = await askOnce('GET', address, { ...options, most: 500_000 })
    if (said.kind !== 'said' || said.status < 300 || said.status >= 400 || said.location === null) return said
    if (!URL.canParse(said.location, address.href)) return said
    address = new URL(said.location, address)
  }
  return { kind: 'silent', why: 'no-answer' }
}
