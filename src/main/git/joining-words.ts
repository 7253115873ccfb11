import { sizeInWords } from '../../shared/content/index.ts'
import { type Refusal, refuse } from '../../shared/outcome.ts'
import type { Waiting } from './network-trouble.ts'

/**
 * The same trouble with a server, told to somebody who is joining: there is no work on this laptop yet that could be safe,
 * no Settings to go to, and no later attempt by itself. `came`: how many bytes are kept for going on.
 */
export function asJoining(trouble: Waiting | Refusal, came: number): Refusal {
  if (trouble.kind === 'refused' && trouble.code === 'stopped') return stopped(came)
  const sentence = trouble.sentence
    .replace(/Your work is saved on this laptop\.$/, isKept(came) ? kept(came) : nothing)
    .replace(/, so Signpost took nothing of it\./, '.')
  const again = isKept(came) ? 'join again: it goes on from there.' : 'try again.'
  if (trouble.kind === 'waiting') return refuse(trouble.reason, sentence, `Check that you are online, then ${again}`)
  const nextStep = nextSteps[trouble.code] ?? trouble.nextStep.replace(' in Settings', '')
  return refuse(trouble.code, sentence, nextStep, trouble.detail)
}

export function stopped(came: number): Refusal {
  return isKept(came)
    ? refuse('stopped', `Stopped. ${kept(came)}`, 'Join again whenever you like: it goes on from there.')
    : refuse('stopped', `Stopped. ${nothing}`, 'Join again whenever you like.')
}

export function noRoom(came: number): Refusal {
  const sentence = `This disk is full, so not all of it could be brought. ${kept(came)}`
  return refuse('disk-full', sentence, 'Free some space, then join again: it goes on from there.')
}

const nothing = 'Nothing was put on this laptop.'
const isKept = (came: number) => came > 0
const kept = (came: number) => `What has come so far is kept on this laptop (${sizeInWords(came)}).`

/** Where the usual step leads into the settings of a workspace that is open. */
const nextSteps: Readonly<Record<string, string>> = {
  'signed-out': 'Check that you copied all of it, or make a new access token on your git host and paste that.',
  'not-found': 'Check the address, or ask the colleague who sent it to you.',
  moved: 'If you trust the new address, join with that one.',
}
