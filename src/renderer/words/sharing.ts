import type { SyncState } from '../../shared/contract/index.ts'
import { count, fileSize } from './counts.ts'
import { ago, clockTime, dayAndTime } from './dates.ts'

export interface SharingWords {
  /** The short form, for the bar of a narrow window. */
  short: string
  /** What is so. */
  head: string
  /** Since when, and what happens next. */
  rest: string
  tone: 'good' | 'warn' | 'stop'
}

/** Whether what to do next is done in Settings, so that a way there belongs beside it. */
export function leadsToSettings(state: SyncState): boolean {
  const step = state.kind === 'refused' ? state.nextStep : state.kind === 'waiting' ? state.why?.nextStep : undefined
  return step?.includes('in Settings') ?? false
}

/** How many questions wait for an answer, whatever else is so. */
export const choicesIn = (state: SyncState): number => (state.kind === 'shared' ? 0 : (state.choices ?? 0))

/** The one sentence at the foot of the rail: where everybody's work is. */
export function sharingWords(state: SyncState, now: Date, zone?: string): SharingWords {
  switch (state.kind) {
    case 'alone':
      return { short: 'This laptop', head: 'On this laptop only', rest: 'No shared copy yet.', tone: 'warn' }
    case 'shared':
      return { short: 'All shared', head: 'Everything is shared', rest: ago(state.at, now, zone), tone: 'good' }
    case 'working':
      return { short: 'Sharing…', head: 'Sharing with colleagues', rest: working(state), tone: 'good' }
    case 'waiting':
      return waiting(state, now, zone)
    case 'needs-choice':
      return {
        short: 'Choose',
        head: `${count(state.choices, 'choice')} to make`,
        rest: 'Nothing is lost until you choose. Everything else is shared.',
        tone: 'warn',
      }
    case 'refused':
      return { short: 'Not shared', head: 'Not shared', rest: refused(state, now, zone), tone: 'stop' }
  }
}

type Waiting = Extract<SyncState, { kind: 'waiting' }>
type Working = Extract<SyncState, { kind: 'working' }>
type Refused = Extract<SyncState, { kind: 'refused' }>

/** Below this much, it is over before anybody has read it. */
const worthSaying = 100_000

function working({ sentence, done }: Working): string {
  return done < worthSaying ? sentence : `${sentence}: ${fileSize(done)} so far`
}

function refused({ sentence, nextStep, changes = 0, since = null }: Refused, now: Date, zone?: string): string {
  const only = changes === 0 ? '' : `${count(changes, 'change')} only on this laptop${sinceWhen(since, now, zone)}. `
  return `${only}${sentence} ${nextStep}`
}

function sinceWhen(since: Refused['since'], now: Date, zone?: string): string {
  return since ? `, since ${dayAndTime(since, now, zone).replace(/^today /, '')}` : ''
}

const whyWaiting: Readonly<Record<Waiting['reason'], string>> = {
  offline: 'It will be shared when you are online.',
  'server-busy': 'The shared copy is busy.',
  'not-started': 'It will be shared in a moment.',
}

function waiting(state: Waiting, now: Date, zone?: string): SharingWords {
  const since = state.since === null ? '' : `Since ${dayAndTime(state.since, now, zone).replace(/^today /, '')}. `
  const again = state.retryAt === null ? '' : ` Next try at ${clockTime(state.retryAt, zone)}.`
  const rest = `${since}${whyOf(state)}${again}`
  if (state.changes === 0) {
    const last = state.last === null ? '' : `Last shared ${dayAndTime(state.last, now, zone)}. `
    return { short: 'Offline', head: 'Working offline', rest: `${last}${rest}`, tone: 'warn' }
  }
  return {
    short: 'Only here',
    head: 'Only on this laptop',
    rest: `${count(state.changes, 'change')}. ${rest}`,
    tone: 'warn',
  }
}

/** What stands in the way; that everything is saved here is what the whole sentence says already. */
function whyOf({ why, reason, retryAt }: Waiting): string {
  if (why === undefined) return whyWaiting[reason]
  const sentence = why.sentence.replace(/ Your work is saved on this laptop\.$/, '')
  const step = retryAt === null ? why.nextStep : why.nextStep.replace(/^Signpost will try again by itself\. ?/, '')
  return `${sentence} ${step}`.trim()
}
