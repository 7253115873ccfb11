import type { Comment } from '../../shared/contract/index.ts'

/** Which suggestion the one key takes: the one that somebody is at, or the only one there is. */
export function wordingToTake(comments: readonly Comment[], here: string | null): Comment | null {
  const open = comments.filter(({ settled, wording }) => !settled && wording !== null)
  return open.find(({ id }) => id === here) ?? (open.length === 1 ? (open[0] ?? null) : null)
}
