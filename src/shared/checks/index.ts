/** The checks' one door: what is wrong with a page that a machine can see, and what would mend it. */
import type { Entry } from '../content/index.ts'
import type { Markup } from './markup/markup.ts'
import type { CheckFacts, Problem } from './rule.ts'
import { rules } from './rules/index.ts'
import { createChecker } from './run.ts'

export { type About, aboutOf } from './about.ts'
export { type CheckGroup, catalogue, otherChecks } from './catalogue.ts'
export { helpFor } from './help.ts'
export { type Dismissal, type Judged, judge, noTerms, type Terms, weigh } from './judge.ts'
export { type Located, type Location, locate, locator } from './locate.ts'
export type { Markup } from './markup/markup.ts'
export { markupOfPage, otherLanguageOf } from './markup/read.ts'
export { ownWordsOf } from './own-words.ts'
export { asItComes, type Level, levelOf, levels, mayBeDismissed, type Policy } from './policy.ts'
export { readPolicy } from './read-policy.ts'
export { type Ease, gradeOf, togetherAsOne } from './reading-ease.ts'
export type { CheckFacts, Edit, Fix, Place, Problem, Rule, Severity } from './rule.ts'
export { rules } from './rules/index.ts'
export { type Checker, createChecker } from './run.ts'
export * from './site/index.ts'

/** One page, checked once. Who checks a page again and again keeps a `createChecker(rules)`. */
export function runChecks(entry: Entry, facts: CheckFacts, page?: Markup): Problem[] {
  return createChecker(rules).check(entry, facts, page)
}
