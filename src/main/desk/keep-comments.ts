import { writeRecord } from '../../shared/content/index.ts'
import type { FamilyComment, PublicAnswer } from '../../shared/feedback/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import type { Person } from '../../shared/review/index.ts'
import { firstName } from './page-history.ts'
import type { Session } from './session.ts'
import { writeTogether } from './write-together.ts'

/** What is written in one act: comments of families, and the answers that they read. */
export interface CommentChange {
  put?: readonly FamilyComment[]
  remove?: readonly string[]
  publish?: readonly PublicAnswer[]
  unpublish?: readonly string[]
}

/**
 * Writes them and their one version, all of it or nothing. `make` says what is to be written from what stands at this moment.
 * The sentence never says what a family said: versions are kept for good.
 */
export async function keepComments(
  session: Session,
  make: CommentChange | (() => Promise<CommentChange | Refusal>),
  sentence: (who: string) => string,
): Promise<{ kind: 'ok' } | Refusal> {
  const { comments, answers } = session.workspace
  const written = async (me: Person) => {
    const change = typeof make === 'function' ? await make() : make
    if (isRefusal(change)) return change
    const { put = [], remove = [], publish = [], unpublish = [] } = change
    return {
      changes: new Map<string, { text: string } | null>([
        ...put.map(comment => [comments.pathOf(comment.id), { text: writeRecord(comment) }] as const),
        ...remove.map(id => [comments.pathOf(id), null] as const),
        ...publish.map(answer => [answers.pathOf(answer.id), { text: writeRecord(answer) }] as const),
        ...unpublish.map(id => [answers.pathOf(id), null] as const),
      ]),
      sentence: sentence(firstName(me.name)),
      pages: [],
    }
  }
  const kept = await writeTogether(session, written, { looksFirst: false })
  return isRefusal(kept) ? kept : { kind: 'ok' }
}
