import type * as desk from '../../src/main/desk/index.ts'
import type { PageId } from '../../src/shared/content/index.ts'
import { isRefusal, type Refusal } from '../../src/shared/outcome.ts'

/** What comes of an act, and what it is done with. */

/** What the ledger is told while an act is done: before words go on purpose, and after words are said to be kept. */
export type Tell = (what: 'takes-out' | 'has-kept', words: readonly string[]) => Promise<void>

export type Outcome =
  | { kind: 'done' }
  /** There was nothing to do it to. */
  | { kind: 'nothing' }
  | { kind: 'waiting'; sentence: string; nextStep: string }
  | { kind: 'refused'; code: string; sentence: string; nextStep: string }

/** What is open at one laptop: words that are typed, and no version yet. */
export interface AtDesk {
  session: desk.Session
  typing: Map<PageId, Parameters<typeof desk.keepDraft>[1]>
}

export const done: Outcome = { kind: 'done' }
export const nothing: Outcome = { kind: 'nothing' }
export const refused = ({ code, sentence, nextStep }: Refusal): Outcome => ({
  kind: 'refused',
  code,
  sentence,
  nextStep,
})
export const outcomeOf = (answer: object): Outcome => (isRefusal(answer) ? refused(answer) : done)
