import type { IsoDate } from '../../shared/content/index.ts'
import { type CommentId, commentPutOff } from '../../shared/feedback/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { dayInWords } from '../../shared/review/index.ts'
import { notInTeam } from './change-many.ts'
import { noSuchComment, sayOfComment } from './family-comments.ts'
import { inTeam } from './hand-over.ts'
import { takenUpAlready, whyNotUntil } from './put-off.ts'
import { type Session, todayOf } from './session.ts'

/** Who answers a family's comment, and until when it waits. Sentences of versions say nothing of what the family said. */

export async function giveComment(session: Session, id: CommentId, to: string): Promise<{ kind: 'ok' } | Refusal> {
  const colleague = inTeam(session, to)
  if (colleague === undefined) return notInTeam()
  return sayOfComment(
    session,
    id,
    ({ owner }) => ({ kind: 'given', to, from: owner }),
    who => `${who} gave a family’s comment to ${colleague.name}`,
  )
}

export async function putOffComment(
  session: Session,
  id: CommentId,
  { until, reason }: { until: IsoDate; reason: string },
): Promise<{ kind: 'ok' } | Refusal> {
  const no = whyNotUntil(session, until)
  if (no !== null) return no
  return sayOfComment(
    session,
    id,
    { kind: 'put-off', until, reason },
    who => `${who} put off a family’s comment until ${dayInWords(until)}`,
  )
}

export async function takeUpComment(
  session: Session,
  id: CommentId,
  record: string,
): Promise<{ kind: 'ok' } | Refusal> {
  const comment = (await session.workspace.comments.list()).find(each => each.id === id)
  if (comment === undefined) return noSuchComment()
  if (commentPutOff(comment, todayOf(session))?.id !== record) return takenUpAlready()
  return sayOfComment(session, id, { kind: 'taken-up', record }, who => `${who} took a family’s comment up again`)
}
