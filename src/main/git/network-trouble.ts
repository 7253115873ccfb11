import { Errors } from 'isomorphic-git'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import { codeOf, diskTrouble } from '../files/index.ts'
import { connectionTrouble, proxySignIn } from './connection-trouble.ts'
import { ConnectionFault, MovedFault } from './http.ts'
import { pushRefused, tooLarge } from './push-refused.ts'
import { serverRefused, serverStopped } from './server-said-no.ts'
import { safe, type Waiting } from './waiting.ts'

export type { Waiting, WaitingCode } from './waiting.ts'

/** What was being done when it went wrong, and what is known besides the error itself. */
export interface Talk {
  /** What failed below, where an error tells only what followed from it. */
  fault: ConnectionFault | MovedFault | null
  /** What the server said beside its answer. */
  said: string
  now: Date
  /** Whether this laptop had a token to show. */
  hadToken: boolean
}

/**
 * What a failed talk with the server means to a person. `behind`: somebody else was faster, so look again. Null for what
 * has nothing to do with network or disk: a bug, to be thrown.
 */
export function networkTrouble(
  error: unknown,
  { fault, said, now, hadToken }: Talk,
): Waiting | Refusal | { kind: 'behind' } | null {
  const found = fault ?? error
  if (found instanceof MovedFault) return moved(found.to)
  if (found instanceof ConnectionFault) return connectionTrouble(found, now)
  if (error instanceof Errors.HttpError) return statusTrouble(error.data.statusCode, hadToken)
  if (error instanceof Errors.SmartHttpError) return webPage
  if (error instanceof Errors.PushRejectedError) return { kind: 'behind' }
  if (error instanceof Errors.GitPushError) {
    return pushRefused(`${error.data.prettyDetails} ${error.data.result.error ?? ''}`, said)
  }
  return diskTrouble(error) ?? (isSpoiled(error) ? damagedOnTheWay : null)
}

/** What git's own format cannot be: cut short, or changed by something on the way; or what the server broke off. */
const notGits = ['ParseError', serverRefused, serverStopped]

const isSpoiled = (error: unknown) => notGits.includes(codeOf(error) ?? '')

const damagedOnTheWay: Waiting = {
  kind: 'waiting',
  reason: 'offline',
  code: 'damaged-on-the-way',
  sentence: `What came from the shared copy was incomplete, so Signpost took nothing of it. ${safe}`,
  nextStep: 'Signpost will try again by itself. If this stays, try another network.',
}
const busy: Waiting = {
  kind: 'waiting',
  reason: 'server-busy',
  code: 'busy',
  sentence: `The shared copy is busy. ${safe}`,
  nextStep: 'Signpost will try again in a few minutes.',
}

const tokenMissing = refuse(
  'signed-out',
  `The shared copy asks for your access token, and this laptop does not have it. ${safe}`,
  'Enter your access token in Settings.',
)
const signedOut = refuse(
  'signed-out',
  `The shared copy did not accept your access token. ${safe}`,
  'Make a new access token on your git host and enter it in Settings.',
)
export const noPermission = refuse(
  'no-permission',
  `You do not have permission to use this shared copy. ${safe}`,
  'Ask the person who looks after your team’s git host to let you read and write it.',
)
export const mayOnlyRead = refuse(
  'no-permission',
  `You may read the shared copy, but not change it. ${safe}`,
  'Ask the person who looks after your team’s git host to let you write to it, or make an access token that may write.',
)
const notFound = refuse(
  'not-found',
  `There is no shared copy at this address, or you may not see it. ${safe}`,
  'Check the address in Settings, or ask the person who looks after it for the new one.',
)
const webPage = refuse(
  'web-page',
  `A web page answered instead of the shared copy: perhaps a sign-in page of this wi-fi. ${safe}`,
  'Open any website in your browser, sign in to the wi-fi if it asks, and check the address in Settings.',
)

/** RFC 9110 for all but 511, which RFC 6585 gives to networks that want somebody to sign in first. */
function statusTrouble(status: number, hadToken: boolean): Waiting | Refusal {
  if (status === 401) return hadToken ? signedOut : tokenMissing
  if (status === 403) return noPermission
  if (status === 404 || status === 410) return notFound
  if (status === 407) return proxySignIn()
  if (status === 413) return tooLarge(null)
  return status === 429 || (status >= 500 && status !== 511) ? busy : webPage
}

function moved(to: string): Refusal {
  return refuse(
    'moved',
    `The shared copy has a new address: ${to}. ${safe}`,
    'If you trust the new address, enter it in Settings.',
  )
}
