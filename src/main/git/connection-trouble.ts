import { type Refusal, refuse } from '../../shared/outcome.ts'
import { codeOf } from '../files/index.ts'
import type { ConnectionFault } from './http.ts'
import { safe, type Waiting, type WaitingCode } from './waiting.ts'

/**
 * What a connection that failed means to a person. The host's own `fetch` is all that is known of the way: Node says what
 * failed in the codes of an error's causes, Chromium in a message such as `net::ERR_CERT_DATE_INVALID`.
 */
export function connectionTrouble(fault: ConnectionFault, now: Date): Waiting | Refusal {
  if (fault.why === 'stopped') return refuse('stopped', `Stopped. ${safe}`, 'Share again whenever you like.')
  if (fault.why === 'silent') return fault.heard > 0 ? wentQuiet : noAnswer
  const words = wordsOf(fault)
  const found = troubles.find(({ sign }) => sign.test(words))
  if (found) return found.trouble(words, now)
  return fault.heard > 0 ? cut : offline
}

/** The codes and messages of an error and of everything that it came from. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const several = error instanceof AggregateError ? error.errors : []
  return [codeOf(error) ?? '', error.message, wordsOf(error.cause), ...several.map(wordsOf)].join(' ').trim()
}

const waiting = (code: WaitingCode, sentence: string, nextStep: string): Waiting => ({
  kind: 'waiting',
  reason: 'offline',
  code,
  sentence: `${sentence} ${safe}`,
  nextStep,
})

export const offline = waiting(
  'offline',
  'Could not reach the shared copy.',
  'Signpost will try again when you are online.',
)
export const cut = waiting(
  'cut',
  'The connection was cut before everything had come.',
  'Signpost will try again by itself.',
)
const wentQuiet = waiting(
  'went-quiet',
  'The connection became slow, and then nothing came any more.',
  'Signpost will try again by itself. If it stays like this, try another network.',
)
const noAnswer = waiting(
  'no-answer',
  'The shared copy’s server does not answer.',
  'Signpost will try again by itself. If this stays, ask your IT team whether this network lets Signpost through.',
)
const nameUnknown = waiting(
  'name-unknown',
  'This laptop could not find the shared copy’s server: it is offline, or the address is misspelled.',
  'Signpost will try again when you are online. If you are, check the address in Settings.',
)
const turnedAway = waiting(
  'turned-away',
  'Nothing answers at the shared copy’s address.',
  'Signpost will try again by itself. If this stays, check the address in Settings.',
)
const noWay = waiting(
  'no-way',
  'There is no way from this network to the shared copy’s server.',
  'Signpost will try again by itself. Try another network, or tell your IT team: it may be reachable by IPv6 only.',
)
const proxyAway = waiting(
  'proxy-away',
  'Your network’s proxy does not let Signpost through, or does not answer.',
  'Signpost will try again by itself. If this stays, ask your IT team about the proxy.',
)

export const proxySignIn = (detail?: string): Refusal =>
  refuse(
    'proxy-sign-in',
    `Your network’s proxy asks for a password before it lets Signpost through. ${safe}`,
    'Sign in to the proxy as you do for your browser, or ask your IT team to let Signpost through.',
    detail,
  )

const notTrusted = (detail: string) =>
  refuse(
    'not-trusted',
    `Something between here and the shared copy answers with a certificate that this laptop does not know. ${safe}`,
    'If your council inspects web traffic, ask your IT team to install the council’s certificate on this laptop. On a guest wi-fi, sign in to it first.',
    detail,
  )
const certificateName = (detail: string) =>
  refuse(
    'certificate-name',
    `Another server answered in place of the shared copy’s. ${safe}`,
    'If this is a guest wi-fi, open any website in your browser and sign in to it first. If not, check the address in Settings.',
    detail,
  )
const noSecureConnection = (detail: string) =>
  refuse(
    'no-secure-connection',
    `No protected connection to the shared copy could be made. ${safe}`,
    'Check the address in Settings. If it is right, ask your IT team whether this network lets Signpost through.',
    detail,
  )
const address = (detail: string) =>
  refuse(
    'address',
    `This address cannot be asked: no program may use the port in it. ${safe}`,
    'Check the address in Settings.',
    detail,
  )

/**
 * A certificate has days before and after which nobody may trust it, so a laptop whose clock is wrong trusts none. It
 * could as well be the server's that ran out: the day that this laptop believes it is lets a person see which.
 */
function certificateDate(detail: string, now: Date): Refusal {
  const today = now.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return refuse(
    'certificate-date',
    `By this laptop’s clock it is ${today}, and on that day the shared copy’s certificate does not count. ${safe}`,
    'If that is not today’s date, set this laptop’s clock. If it is, tell the person who looks after your team’s git host.',
    detail,
  )
}

/** The first sign that is found counts: what says more comes first. */
const troubles: readonly { sign: RegExp; trouble: (words: string, now: Date) => Waiting | Refusal }[] = [
  { sign: /Proxy response \(407\)|PROXY_AUTH|ERR_INVALID_AUTH_CREDENTIALS/, trouble: proxySignIn },
  { sign: /Proxy response \(\d+\)|ERR_(TUNNEL|PROXY)_/, trouble: () => proxyAway },
  { sign: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_DATE_INVALID/, trouble: certificateDate },
  { sign: /ALTNAME_INVALID|HOSTNAME_MISMATCH|CERT_COMMON_NAME_INVALID/, trouble: certificateName },
  { sign: /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_UNTRUSTED|CERT_AUTHORITY_INVALID/, trouble: notTrusted },
  { sign: /CERT_|ERR_SSL|ERR_TLS|EPROTO/, trouble: noSecureConnection },
  { sign: /bad port|UNSAFE_PORT/, trouble: address },
  { sign: /ENOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED/, trouble: () => nameUnknown },
  { sign: /ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT|ADDRESS_UNREACHABLE/, trouble: () => noWay },
  { sign: /ECONNREFUSED|CONNECTION_REFUSED/, trouble: () => turnedAway },
  { sign: /ETIMEDOUT|CONNECT_TIMEOUT|TIMED_OUT/, trouble: () => noAnswer },
]
