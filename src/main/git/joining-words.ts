import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { Waiting } from './network-trouble.ts'

/**
 * The same trouble with a server, told to somebody who is joining: there is no work on this laptop yet that could be safe,
 * no Settings to go to, and no later attempt by itself.
 */
export function asJoining(trouble: Waiting | Refusal): Refusal {
  if (trouble.kind === 'waiting') return waited(trouble.reason)
  if (trouble.code === 'stopped') return stopped()
  const sentence = trouble.sentence.replace(/Your work is saved on this laptop\.$/, nothing)
  return refuse(trouble.code, sentence, nextSteps[trouble.code] ?? trouble.nextStep, trouble.detail)
}

export const stopped = (): Refusal => refuse('stopped', `Stopped. ${nothing}`, 'Join again whenever you like.')

const nothing = 'Nothing was put on this laptop.'

function waited(reason: Waiting['reason']): Refusal {
  const what = reason === 'offline' ? 'Could not reach the shared copy' : 'The shared copy is busy'
  return refuse(reason, `${what}. ${nothing}`, 'Check that you are online, then try again.')
}

/** Where the usual step leads into the settings of a workspace that is open. */
const nextSteps: Readonly<Record<string, string>> = {
  'signed-out': 'Check that you copied all of it, or make a new access token on your git host and paste that.',
  'not-found': 'Check the address, or ask the colleague who sent it to you.',
  'web-page': 'Open any website in your browser, sign in to the wi-fi if it asks, and check the address.',
  moved: 'If you trust the new address, join with that one.',
}
