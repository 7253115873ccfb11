import { Errors } from 'isomorphic-git'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { codeOf, diskTrouble } from '../files/index.ts'
import { ConnectionFault, MovedFault } from './http.ts'

/** It will be tried again by itself. */
export interface Waiting {
  kind: 'waiting'
  reason: 'offline' | 'server-busy'
  sentence: string
  nextStep: string
}

const safe = 'Your work is saved on this laptop.'

const offline: Waiting = {
  kind: 'waiting',
  reason: 'offline',
  sentence: `Could not reach the shared copy. ${safe}`,
  nextStep: 'Signpost will try again when you are online.',
}
const busy: Waiting = {
  kind: 'waiting',
  reason: 'server-busy',
  sentence: `The shared copy is busy. ${safe}`,
  nextStep: 'Signpost will try again in a few minutes.',
}

const byStatus: Record<number, Refusal> = {
  401: refuse(
    'signed-out',
    `The shared copy did not accept your access token. ${safe}`,
    'Make a new access token on your git host and enter it in Settings.',
  ),
  403: refuse(
    'no-permission',
    `You do not have permission to use this shared copy. ${safe}`,
    'Ask the person who looks after your team’s git host to let you read and write it.',
  ),
  404: refuse(
    'not-found',
    `There is no shared copy at this address, or you may not see it. ${safe}`,
    'Check the address in Settings, or ask the person who looks after it for the new one.',
  ),
  407: refuse(
    'proxy-sign-in',
    `Your network asks for a password before it lets Signpost through. ${safe}`,
    'Sign in to your network’s proxy, or ask your IT team to let Signpost through.',
  ),
  413: refuse(
    'too-large',
    `A file is larger than the shared copy takes. ${safe}`,
    'Replace the largest picture or document by a smaller one.',
  ),
}

const webPage = refuse(
  'web-page',
  `A web page answered instead of the shared copy: perhaps a sign-in page of this wi-fi. ${safe}`,
  'Open any website in your browser, sign in to the wi-fi if it asks, and check the address in Settings.',
)
const stopped = refuse('stopped', `Stopped. ${safe}`, 'Share again whenever you like.')
const notTrusted = (detail: string) =>
  refuse(
    'not-trusted',
    `Signpost could not be sure that it reached the real shared copy. ${safe}`,
    'Check this computer’s date. If it is right, ask your IT team about the certificate of your git host or proxy.',
    detail,
  )
const isProtected = (detail: string) =>
  refuse(
    'protected',
    `The shared copy does not take changes from you. ${safe}`,
    'Ask the person who looks after your team’s git host to let you write to its “main” and “live”.',
    detail,
  )

const certificateFault = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS|ERR_SSL|HOSTNAME_MISMATCH|ALTNAME/

/**
 * What a failed talk with the server means to a person. `behind`: somebody else was faster, so look again. Null for what
 * has nothing to do with network or disk: a bug, to be thrown.
 */
export function networkTrouble(
  error: unknown,
  fault: ConnectionFault | MovedFault | null,
): Waiting | Refusal | { kind: 'behind' } | null {
  const found = fault ?? error
  if (found instanceof MovedFault) return moved(found.to)
  if (found instanceof ConnectionFault) return connectionTrouble(found)
  if (error instanceof Errors.HttpError) return statusTrouble(error.data.statusCode)
  if (error instanceof Errors.SmartHttpError) return webPage
  if (error instanceof Errors.PushRejectedError) return { kind: 'behind' }
  if (error instanceof Errors.GitPushError) return pushTrouble(error.data.prettyDetails)
  // What git's own format cannot be: an answer cut short, or made by something else on the way.
  if (['ParseError', 'EmptyServerResponseError', 'RemoteCapabilityError'].includes(codeOf(error) ?? '')) return busy
  return diskTrouble(error)
}

function connectionTrouble(fault: ConnectionFault): Waiting | Refusal {
  if (fault.why === 'stopped') return stopped
  const words = wordsOf(fault)
  return certificateFault.test(words) ? notTrusted(words) : offline
}

/** The codes of an error and of its causes: Node's are in `code`, Chromium's in the message. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return `${codeOf(error) ?? ''} ${error.message} ${wordsOf(error.cause)}`
}

function statusTrouble(status: number): Waiting | Refusal {
  const refusal = byStatus[status === 410 ? 404 : status]
  if (refusal) return refusal
  return status === 429 || status >= 500 ? busy : webPage
}

function pushTrouble(details: string): Refusal | { kind: 'behind' } {
  return /protected|hook declined|not allowed|permission|denied|prohibited|read.?only/i.test(details)
    ? isProtected(details)
    : { kind: 'behind' }
}

function moved(to: string): Refusal {
  return refuse(
    'moved',
    `The shared copy has a new address: ${to}. ${safe}`,
    'If you trust the new address, enter it in Settings.',
  )
}
