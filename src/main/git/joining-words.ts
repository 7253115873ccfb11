import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { Waiting } from './network-trouble.ts'

/**
 * The same trouble with a server, told to somebody who is joining: there is no work on this laptop yet that could be safe,
 * no Settings to go to, and no later attempt by itself.
 */
export function asJoining(trouble: Waiting | Refusal): Refusal {
  const sentence = trouble.sentence.replace(/Your work is saved on this laptop\.$/, nothing)
  if (trouble.kind === 'waiting') return refuse(trouble.reason, sentence, 'Check that you are online, then try again.')
  if (trouble.code === 'stopped') return stopped()
  const nextStep = nextSteps[trouble.code] ?? trouble.nextStep.replace(' in Settings', '')
  return refuse(trouble.code, sentence, nextStep, trouble.detail)
}

export const stopped = (): Refusal => refuse('stopped', `Stopped. ${nothing}`, 'Join again whenever you like.')

const nothing = 'Nothing was put on this laptop.'

/** Where the usual step leads into the settings of a workspace that is open. */
const nextSteps: Readonly<Record<string, string>> = {
  'signed-out': 'Check that you copied all of it, or make a new access token on your git host and paste that.',
  'not-found': 'Check the address, or ask the colleague who sent it to you.',
  moved: 'If you trust the new address, join with that one.',
}
