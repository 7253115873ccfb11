import type { AccessibilityFacts, DrawnLook } from '../content/index.ts'
import { countedCriteria } from './criteria.ts'
import type { Barriers } from './input.ts'

/** What the accessibility statement is made of, from what people said and what machines found. */

export interface BarrierCount {
  /** A success criterion of WCAG 2.2. */
  criterion: string
  /** How many pages fail it. */
  pages: number
}

/** The checks read the words and a browser draws them: where both know of the same criterion, the larger number of pages holds. */
export function barrierCounts(barriers: Barriers | null, drawn: DrawnLook | null): BarrierCount[] {
  const counts = new Map<string, number>()
  const add = (criterion: string, pages: number) => counts.set(criterion, Math.max(counts.get(criterion) ?? 0, pages))
  const ofPages = Map.groupBy([...(barriers?.pages.values() ?? [])].flat(), criterion => criterion)
  for (const [criterion, pages] of ofPages) add(criterion, pages.length)
  for (const { criterion, pages } of drawn?.found ?? []) add(criterion, pages)
  return countedCriteria(counts.keys()).map(criterion => ({ criterion, pages: counts.get(criterion) ?? 0 }))
}

/** In full only by somebody’s audit, and only for as long as nobody knows of anything. */
export function standingOf(
  facts: Pick<AccessibilityFacts, 'standing' | 'audited' | 'auditedBy' | 'faults'>,
  found: readonly BarrierCount[],
): AccessibilityFacts['standing'] {
  if (facts.standing !== 'fully') return facts.standing
  if (facts.audited === null || facts.auditedBy.trim() === '') return ''
  return facts.faults.some(({ why }) => why !== 'outside') || found.length > 0 ? 'partly' : 'fully'
}
