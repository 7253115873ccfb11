/** The checks' one door: what is wrong with a page that a machine can see, and what would mend it. */
import type { Entry } from '../content/index.ts'
import type { CheckFacts, Problem } from './rule.ts'
import { rules } from './rules/index.ts'
import { createChecker } from './run.ts'

export { type Located, type Location, locate, locator } from './locate.ts'
export type { CheckFacts, Edit, Fix, Place, Problem, Rule, Severity } from './rule.ts'
export { rules } from './rules/index.ts'
export { type Checker, createChecker } from './run.ts'

/** One page, checked once. Who checks a page again and again keeps a `createChecker(rules)`. */
export function runChecks(entry: Entry, facts: CheckFacts): Problem[] {
  return createChecker(rules).check(entry, facts)
}
