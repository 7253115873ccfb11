import type { IsoDate } from '../content/ids.ts'
import { addDays } from '../review/dates.ts'
import { type FamilyComment, inOrder, type Said } from './comment.ts'

/** Who answers a comment, and until when it waits: both follow from what was said of it. */

type Work = Pick<FamilyComment, 'owner' | 'said'>

/** By email; empty while nobody does. Whoever it was given to has it for as long as it names the same person as it did then. */
export function answererOf({ owner, said }: Work): string {
  const given = inOrder(said).findLast(each => each.kind === 'given' && each.from === owner)
  return given?.kind === 'given' ? given.to : owner
}

export type CommentPutOff = Extract<Said, { kind: 'put-off' }>

/**
 * The newest word counts, also where it is over sooner; its last day is the last on which it holds. One of a moment that has
 * not come anywhere is by a clock that is ahead, and a comment does not wait for years by it.
 */
export function commentPutOff({ said }: Pick<Work, 'said'>, today: IsoDate): CommentPutOff | null {
  const taken = new Set(said.flatMap(each => (each.kind === 'taken-up' ? [each.record] : [])))
  const last = inOrder(said).findLast(each => each.kind === 'put-off' && !taken.has(each.id))
  const isAhead = last !== undefined && last.at.slice(0, 10) > addDays(today, 1)
  return last?.kind === 'put-off' && last.until >= today && !isAhead ? last : null
}
