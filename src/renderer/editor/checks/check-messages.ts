import type { Judged, Terms } from '../../../shared/checks/judge.ts'
import type { CheckFacts, Problem } from '../../../shared/checks/rule.ts'
import type { Block, Doc, Entry } from '../../../shared/content/index.ts'
import type { ChangedPart } from './changed-part.ts'

/** What the checks are told once: what there is beside the page, and what the team decided about its problems. */
export type Told = { kind: 'facts'; facts: CheckFacts } | { kind: 'terms'; terms: Omit<Terms, 'today'> }

/**
 * What the window sends to the checks' worker, and what comes back. What it was told stays there until something else is
 * told. A long page is copied for neither way: what is told is what differs from the time before, which for a key is one
 * block.
 */
export type ToChecks = Told | { kind: 'check'; round: number; details: Details; blocks: ChangedPart<Block> }

/** A page or a service without its words. */
export type Details = Entry & { doc: Doc & { content: [] } }

export interface FromChecks {
  round: number
  problems: ChangedPart<Problem>
  /** Few, and so told whole. */
  dismissed: Judged['dismissed']
}
