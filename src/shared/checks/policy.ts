import type { Problem, Severity } from './rule.ts'

/** What a workspace says a check does, in the words of its settings. */
export const levels = ['stops', 'warns', 'informs', 'off'] as const
export type Level = (typeof levels)[number]

/** What the team decided about the checks; a check that it says nothing about does what it comes with. */
export interface Policy {
  levels: ReadonlyMap<string, Level>
  /** Whether “not a problem here” may be said of what stops publishing. */
  dismissStops: boolean
}

export const asItComes: Policy = { levels: new Map(), dismissStops: false }

const severities: readonly Severity[] = ['notice', 'warning', 'error']
const severityOf: Readonly<Record<Exclude<Level, 'off'>, Severity>> = {
  stops: 'error',
  warns: 'warning',
  informs: 'notice',
}
const levelNamed: Readonly<Record<Severity, Exclude<Level, 'off'>>> = {
  error: 'stops',
  warning: 'warns',
  notice: 'informs',
}

export function levelOf(severity: Severity): Exclude<Level, 'off'> {
  return levelNamed[severity]
}

/**
 * The severity that a problem has here; null where its check is off. A case that the rule takes for milder or graver than
 * its usual one stays that much milder or graver.
 */
export function severityHere({ rule, severity }: Problem, usual: Severity, policy: Policy): Severity | null {
  const level = policy.levels.get(rule)
  if (level === undefined) return severity
  if (level === 'off') return null
  const step = severities.indexOf(severity) - severities.indexOf(usual)
  const at = severities.indexOf(severityOf[level]) + step
  return severities[Math.min(severities.length - 1, Math.max(0, at))] ?? severity
}

/**
 * What stops publishing is not dismissed from a page: it goes out by a decision about one version, or the policy says that
 * the check may err. So nobody can open the gate a little at a time.
 */
export function mayBeDismissed({ severity }: Pick<Problem, 'severity'>, { dismissStops }: Policy): boolean {
  return dismissStops || severity !== 'error'
}
