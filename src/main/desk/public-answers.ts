import { answerSchema, type CommentId } from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { listComments, noSuchComment } from './family-comments.ts'
import { keepComments } from './keep-comments.ts'
import { meOrRefusal, nowOf, type Session } from './session.ts'

/** Agrees to exactly these words: families read them from the next publish on. */
export async function publishAnswer(
  session: Session,
  id: CommentId,
  { said, did }: { said: string; did: string },
): Promise<{ kind: 'ok' } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const view = (await listComments(session)).find(({ comment }) => comment.id === id)
  if (view === undefined) return noSuchComment()
  if (view.leftOut !== null) {
    return refuse(
      'left-out',
      `${view.leftOut.by} decided that this comment is left out. Nothing was published.`,
      'Take it back into the answers first, if that decision was wrong.',
    )
  }
  const { received, theme, pages } = view.comment
  const answer = answerSchema.parse({ id, received, theme, said, did, pages, by: me, at: nowOf(session) })
  return keepComments(session, { publish: [answer] }, who => `${who} agreed to an answer that families read`)
}

export async function unpublishAnswer(session: Session, id: CommentId): Promise<{ kind: 'ok' } | Refusal> {
  return keepComments(session, { unpublish: [id] }, who => `${who} took an answer to a family off the site`)
}
