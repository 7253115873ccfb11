import type { CheckFacts, Problem } from '../../../shared/checks/rule.ts'
import type { Entry } from '../../../shared/content/index.ts'

/** What the window sends to the checks' worker. Facts stay there until others come. */
export type ToChecks = { kind: 'facts'; facts: CheckFacts } | { kind: 'check'; round: number; entry: Entry }

export interface FromChecks {
  round: number
  problems: Problem[]
}
