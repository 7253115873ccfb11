import type { FamilyComment, PublicAnswer } from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { firstName } from './page-history.ts'
import { changed, meOrRefusal, type Session } from './session.ts'

/** What is written in one act: comments of families, and the answers that they read. */
export interface CommentChange {
  put?: readonly FamilyComment[]
  remove?: readonly string[]
  publish?: readonly PublicAnswer[]
  unpublish?: readonly string[]
}

/** Writes them and their one version. The sentence never says what a family said: versions are kept for good. */
export async function keepComments(
  session: Session,
  { put = [], remove = [], publish = [], unpublish = [] }: CommentChange,
  sentence: (who: string) => string,
): Promise<{ kind: 'ok' } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const { comments, answers } = session.workspace
  const steps = [
    ...put.map(comment => ({ path: comments.pathOf(comment.id), write: () => comments.put(comment) })),
    ...remove.map(id => ({ path: comments.pathOf(id), write: () => comments.remove(id) })),
    ...publish.map(answer => ({ path: answers.pathOf(answer.id), write: () => answers.put(answer) })),
    ...unpublish.map(id => ({ path: answers.pathOf(id), write: () => answers.remove(id) })),
  ]
  for (const { write } of steps) {
    const written = await write()
    if (isRefusal(written)) return written
  }
  const version = await session.history.commitPaths(
    steps.map(({ path }) => path),
    { by: me, sentence: sentence(firstName(me.name)) },
  )
  if (isRefusal(version)) return version
  changed(session, [])
  session.sharing.soon()
  return { kind: 'ok' }
}
