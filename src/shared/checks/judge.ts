import { type Entry, type Instant, type IsoDate, isSame } from '../content/index.ts'
import { type About, aboutOf } from './about.ts'
import { asItComes, mayBeDismissed, type Policy, severityHere } from './policy.ts'
import type { Problem, Severity } from './rule.ts'
import { rules } from './rules/index.ts'
import { siteRules } from './site/rules/index.ts'

/** Somebody said of these words that a rule finds no problem in them here. */
export interface Dismissal {
  /** The record that says it, by which it is taken back. */
  id: string
  rule: string
  about: About
  reason: string
  by: { name: string; email: string }
  at: Instant
  /** The last day on which it counts; null for as long as the words stay. */
  until: IsoDate | null
}

/** What the team decided, beside what the checks find. */
export interface Terms {
  policy: Policy
  /** Of this page. */
  dismissals: readonly Dismissal[]
  /** `2026-11-22` */
  today: string
}

export interface Judged<T extends Problem = Problem> {
  problems: T[]
  dismissed: { problem: T; dismissal: Dismissal }[]
}

export const noTerms: Terms = { policy: asItComes, dismissals: [], today: '' }

const usual: ReadonlyMap<string, Severity> = new Map([...rules, ...siteRules].map(each => [each.id, each.severity]))

/** What was found, as the policy weighs it, without what is off. */
export function weigh<T extends Problem>(found: readonly T[], policy: Policy): T[] {
  return found.flatMap(each => {
    const severity = severityHere(each, usual.get(each.rule) ?? each.severity, policy)
    if (severity === null) return []
    return [severity === each.severity ? each : { ...each, severity }]
  })
}

/** What was found, as the team's policy weighs it, with what somebody said is not a problem here apart. */
export function judge<T extends Problem>(
  found: readonly T[],
  entry: Entry,
  terms: Terms,
  about: (problem: T, entry: Entry) => About = aboutOf,
): Judged<T> {
  const counting = terms.dismissals.filter(({ until }) => until === null || terms.today <= until)
  const judged: Judged<T> = { problems: [], dismissed: [] }
  for (const problem of weigh(found, terms.policy)) {
    const dismissal = mayBeDismissed(problem, terms.policy)
      ? dismissalOf(problem, () => about(problem, entry), counting)
      : undefined
    if (dismissal === undefined) judged.problems.push(problem)
    else judged.dismissed.push({ problem, dismissal })
  }
  return judged
}

/** The newest counts, where several people said it. */
function dismissalOf(problem: Problem, aboutIt: () => About, dismissals: readonly Dismissal[]): Dismissal | undefined {
  const ofRule = dismissals.filter(({ rule }) => rule === problem.rule)
  if (ofRule.length === 0) return undefined
  const about = aboutIt()
  return ofRule.findLast(each => isSame(each.about, about))
}
