import type { SyncState } from '../../shared/contract/index.ts'
import { count } from './counts.ts'
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

/** The one sentence at the foot of the rail: where everybody's work is. */
export function sharingWords(state: SyncState, now: Date, zone?: string): SharingWords {
  switch (state.kind) {
    case 'alone':
      return { short: 'This laptop', head: 'On this laptop only', rest: 'No shared copy yet.', tone: 'warn' }
    case 'shared':
      return { short: 'All shared', head: 'Everything is shared', rest: ago(state.at, now, zone), tone: 'good' }
    case 'working':
      return { short: 'Sharing…', head: 'Sharing with colleagues', rest: state.sentence, tone: 'good' }
    case 'waiting':
      return waiting(state, now, zone)
    case 'needs-choice':
      return {
        short: 'Choose',
        head: `${count(state.choices, 'choice')} to make`,
        rest: 'You and a colleague changed the same words. Both are kept.',
        tone: 'warn',
      }
    case 'refused':
      return { short: 'Not shared', head: 'Not shared', rest: `${state.sentence} ${state.nextStep}`, tone: 'stop' }
  }
}

type Waiting = Extract<SyncState, { kind: 'waiting' }>

const whyWaiting: Readonly<Record<Waiting['reason'], string>> = {
  offline: 'It will be shared when you are online.',
  'server-busy': 'The shared copy is busy.',
  'not-started': 'It will be shared in a moment.',
}

function waiting(state: Waiting, now: Date, zone?: string): SharingWords {
  const since = state.since === null ? '' : `Since ${dayAndTime(state.since, now, zone).replace(/^today /, '')}. `
  const again = state.retryAt === null ? '' : ` Next try at ${clockTime(state.retryAt, zone)}.`
  const rest = `${since}${whyWaiting[state.reason]}${again}`
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
