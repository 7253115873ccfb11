import { isRefusal } from '../../../shared/outcome.ts'
import type { Known } from '../parts.ts'
import { handOver, pageLine, type WeekKind } from './kind.ts'

/** Approved, or on the way, and stopped by a problem: without it, the next publish would take the page. */
export const heldBack: WeekKind = {
  id: 'held-back',
  label: 'Stopped from going live',
  heading: 'What stops publishing',
  counts: true,
  find(facts) {
    const { plan, byId } = facts
    if (isRefusal(plan)) return []
    return plan.heldBack.flatMap(({ id, why, sentence }) => {
      const known = byId.get(id)
      // What waits for a choice or a review has a line of its own, and a draft is nobody's to finish by a day.
      if (known === undefined || why !== 'problems' || !isOnTheWay(known)) return []
      return [
        pageLine(facts, known, {
          kind: 'held-back',
          chip: { words: 'Stopped', tone: 'stop' },
          sentence,
          acts: [{ act: 'go', label: 'Mend it', to: { place: 'page', id } }, ...handOver],
        }),
      ]
    })
  },
}

function isOnTheWay({ standing: { state, urgent } }: Known): boolean {
  return state === 'approved' || state === 'ready-for-review' || urgent !== null
}
