import type { Told } from '../../shared/merge/told.ts'
import { count } from '../words/counts.ts'

/** What stands at the foot of the window while somebody has not looked at what putting work together told. */
export interface ToldWords {
  sentence: string
  nextStep: string
  /** Leads to all of it; null where the sentence is all there is. */
  look: string | null
}

/** Null while there is nothing to tell. */
export function toldWords(told: readonly Told[]): ToldWords | null {
  const [first, ...others] = told
  if (first === undefined) return null
  if (others.length > 0)
    return {
      sentence: `${count(told.length, 'thing')} to know since your work and your colleagues’ was put together.`,
      nextStep: 'Where theirs stands, your words are kept for you.',
      look: 'Look at them',
    }
  if (first.settled === null)
    return { sentence: first.sentence, nextStep: 'This stays here until you close it.', look: null }
  return {
    sentence: `You and a colleague both changed ${first.settled.about}. Theirs stands.`,
    nextStep: 'Your words are kept for you.',
    look: 'Look at both',
  }
}
