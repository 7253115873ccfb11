import type { CheckFacts, Problem } from '../../../shared/checks/rule.ts'
import type { Block, Doc, Entry } from '../../../shared/content/index.ts'
import type { ChangedPart } from './changed-part.ts'

/**
 * What the window sends to the checks' worker, and what comes back. Facts stay there until others come. A long page is copied
 * for neither way: what is told is what differs from the time before, which for a key is one block.
 */
export type ToChecks =
  | { kind: 'facts'; facts: CheckFacts }
  | { kind: 'check'; round: number; details: Details; blocks: ChangedPart<Block> }

/** A page or a service without its words. */
export type Details = Entry & { doc: Doc & { content: [] } }

export interface FromChecks {
  round: number
  problems: ChangedPart<Problem>
}
