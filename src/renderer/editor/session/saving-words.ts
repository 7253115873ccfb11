import type { FamiliesSee } from '../../../shared/contract/index.ts'
import type { PageState } from '../../../shared/review/records.ts'
import { clockTime, dayOf } from '../../words/dates.ts'
import type { JournalState } from './draft-journal.ts'
import type { SessionView } from './page-session.ts'

export interface SavingWords {
  sentence: string
  tone: 'plain' | 'stop'
}

/** Where the words on screen are, in one sentence. */
export function savingWords(state: JournalState, zone?: string): SavingWords {
  switch (state.kind) {
    case 'kept':
      return {
        sentence: state.at === null ? 'Saved on this laptop.' : `Saved on this laptop ${clockTime(state.at, zone)}.`,
        tone: 'plain',
      }
    case 'keeping':
      return { sentence: 'Saving…', tone: 'plain' }
    case 'not-kept':
      return {
        sentence: `Not saved yet: ${state.sentence}${state.inNet ? ' This window keeps a copy meanwhile.' : ' Leave this window open.'}`,
        tone: 'stop',
      }
  }
}

/** The state of the words on screen: nobody has approved or published what was typed since the last version. */
export function stateOnScreen({ state, isNewer }: Pick<SessionView, 'state' | 'isNewer'>): PageState {
  return isNewer && state !== 'withdrawn' && state !== 'changes-asked' ? 'draft' : state
}

/** What families see of this page now, as far as it is known; `state` is that of the words on screen. */
export function familiesSee(state: PageState, families: FamiliesSee, now: Date, zone?: string): string {
  const isOff = state === 'withdrawn'
  if (families.kind === 'nothing')
    return isOff ? 'Families do not see this page: it was taken off the site.' : 'Families do not see this page yet.'
  const day = dayOf(families.kind === 'version' ? families.since : families.published, now, zone)
  const version = day === 'today' || day === 'yesterday' ? `${day}’s version` : `the version of ${day}`
  if (families.kind === 'not-known')
    return `Whether families see ${state === 'live' ? 'these words' : version} is not known: look again under Live site.`
  if (isOff) return `Families see ${version} until a publish takes it off the site.`
  return state === 'live' && families.newest ? 'Families see these words.' : `Families see ${version}.`
}
