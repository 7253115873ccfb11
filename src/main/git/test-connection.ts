import type { ConnectionStep, StepFound } from '../../shared/contract/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { readAddress } from './address.ts'
import { askHeads } from './network.ts'
import type { Waiting } from './network-trouble.ts'
import type { Question } from './question.ts'
import type { Oid } from './repository.ts'

export interface ConnectionTest extends Omit<Question, 'address' | 'onProgress' | 'onServerTime'> {
  address: string
  now: () => Date
  /** What the workspace here makes of the newest shared version; null where there is no workspace yet. */
  knows: ((version: Oid) => Promise<'offer' | 'other' | 'newer'>) | null
  /** The sentence for a clock that differs too much from the server's; null for one that does not. */
  clock: (served: Date) => { sentence: string; nextStep: string } | null
}

/**
 * Walks the steps of sharing, and says of each how it went. The network is the host's own `fetch`, which looks up names,
 * passes proxies and checks certificates in one go: what failed in it is known from how it failed, so that what is said
 * here is what sharing itself meets. Nothing is written on either side.
 */
export async function* testConnection(test: ConnectionTest): AsyncGenerator<StepFound> {
  yield going('address')
  const address = readAddress(test.address)
  if (isRefusal(address)) return yield bad('address', address)
  yield good('address')

  yield going('name')
  let served: Date | null = null
  const question: Question = {
    ...test,
    address,
    onServerTime: at => {
      served = at
    },
  }
  const heads = await askHeads(question)
  if (!(heads instanceof Map)) return yield* failed(heads)
  for (const step of wayIn) yield good(step)

  yield going('write')
  const toWrite = await askHeads(question, true)
  yield toWrite instanceof Map ? good('write') : bad('write', mayNotWrite(toWrite) ?? toWrite)
  yield await lookAtOffer(heads, test.knows)
  yield lookAtClock(served, test.clock)
}

const wayIn = ['name', 'reached', 'secure', 'signed-in', 'read'] as const

const words: Readonly<Record<ConnectionStep, { going: string; good: string }>> = {
  address: { going: 'Reading the address', good: 'The address is one that Signpost can use.' },
  name: { going: 'Asking the shared copy’s server', good: 'The server’s name is known.' },
  reached: { going: 'Reaching the server', good: 'The server answers.' },
  secure: { going: 'Protecting the connection', good: 'The connection is protected.' },
  'signed-in': { going: 'Signing in', good: 'The server knows you.' },
  read: { going: 'Reading', good: 'You may read the shared copy.' },
  write: { going: 'Asking whether you may change it', good: 'You may change the shared copy.' },
  offer: { going: 'Looking at what is there', good: 'It is your team’s Local Offer.' },
  clock: { going: 'Comparing clocks', good: 'This laptop’s clock and the server’s agree.' },
}

const going = (step: ConnectionStep): StepFound => ({ step, result: 'going', sentence: words[step].going })
const good = (step: ConnectionStep, sentence = words[step].good): StepFound => ({ step, result: 'good', sentence })
const unknown = (step: ConnectionStep, sentence: string): StepFound => ({ step, result: 'unknown', sentence })
const bad = (step: ConnectionStep, { sentence, nextStep }: Pick<Refusal, 'sentence' | 'nextStep'>): StepFound => ({
  step,
  result: 'bad',
  sentence: sentence.replace(/ Your work is saved on this laptop\.$/, ''),
  nextStep,
})

/** Which step of the first question a trouble belongs to; those that are not here answered with something, so `read`. */
const stepOf: Readonly<Record<string, ConnectionStep>> = {
  address: 'address',
  'name-unknown': 'name',
  offline: 'reached',
  'turned-away': 'reached',
  'no-answer': 'reached',
  'no-way': 'reached',
  'proxy-away': 'reached',
  'proxy-sign-in': 'reached',
  'not-trusted': 'secure',
  'certificate-date': 'secure',
  'certificate-name': 'secure',
  'no-secure-connection': 'secure',
  'signed-out': 'signed-in',
}

function* failed(trouble: Waiting | Refusal): Generator<StepFound> {
  if (trouble.code === 'stopped') return
  const step = stepOf[trouble.code] ?? 'read'
  for (const before of wayIn) {
    if (before === step) break
    if (before === 'signed-in') yield unknown(before, 'Whether the server knows you did not show.')
    else yield good(before)
  }
  yield bad(step, trouble)
}

/** A token may let somebody read and not write: hosts say that in one of these two ways. */
function mayNotWrite({ code }: Waiting | Refusal): Pick<Refusal, 'sentence' | 'nextStep'> | null {
  if (code !== 'no-permission' && code !== 'signed-out') return null
  return {
    sentence: 'You may read the shared copy, but not change it.',
    nextStep:
      'Ask the person who looks after your team’s git host to let you write to it, or make an access token that may write.',
  }
}

const notALocalOffer = {
  sentence: 'What is at this address is not a Local Offer.',
  nextStep: 'Check the address with a colleague who uses it.',
}

async function lookAtOffer(heads: ReadonlyMap<string, Oid>, knows: ConnectionTest['knows']): Promise<StepFound> {
  const newest = heads.get('main')
  if (heads.size === 0 && knows !== null) return good('offer', 'It is empty: your workspace will be the first in it.')
  if (heads.size === 0) {
    return bad('offer', {
      sentence: 'There is nothing at this address yet: the shared copy is empty.',
      nextStep: 'On the laptop that has the workspace, share it to this address first. Then join it here.',
    })
  }
  if (newest === undefined) return bad('offer', notALocalOffer)
  if (knows === null) return unknown('offer', 'There is something at this address. What it is shows when you join.')
  const found = await knows(newest)
  if (found === 'other') return bad('offer', notALocalOffer)
  return found === 'offer'
    ? good('offer')
    : unknown('offer', 'It has newer words than this laptop. They come with the next sharing.')
}

function lookAtClock(served: Date | null, clock: ConnectionTest['clock']): StepFound {
  if (served === null) return unknown('clock', 'The server does not say what time it is.')
  const wrong = clock(served)
  return wrong === null ? good('clock') : bad('clock', wrong)
}
