import type { ContentHash, Instant, PageId } from '../../../shared/content/index.ts'
import type { OpenPage } from '../../../shared/contract/index.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import type { Clock, Delivery, Draft, SecondNet } from './draft-journal.ts'
import type { Words } from './words.ts'
import type { WritingTurn } from './writing-turn.ts'

export type Saved = { kind: 'saved'; hash: ContentHash; at: Instant; state: OpenPage['state'] }

/** What a page that is being written needs of the world around it. */
export interface SessionPorts {
  draft(draft: Draft): Promise<Delivery>
  save(draft: Draft & { sentence?: string }): Promise<Saved | Refusal>
  open(id: PageId): Promise<OpenPage | Refusal>
  /** Sends what a window that is gone could not send, if it left something. */
  sendCaught(): Promise<'none' | 'sent' | Refusal>
  /** Whether a question about this page waits for an answer: two people wrote the same words. */
  asksAbout(id: PageId): Promise<boolean>
  /** Both people's changes in one, or null where they changed the same words. */
  merge(base: Words, mine: Words, theirs: Words): Words | null
  net: SecondNet
  clock: Clock
  turn: WritingTurn
}
