import { type PageId, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { type ReviewRecord, reviewRecordSchema } from '../../shared/review/index.ts'
import { firstName, named } from './page-history.ts'
import type { Known } from './parts.ts'
import { nextRecordId } from './record-id.ts'
import { changed, meOrRefusal, noSuchPage, nowOf, type Session } from './session.ts'

type Own = 'id' | 'page' | 'by' | 'at'
type Said = ReviewRecord extends infer R ? (R extends ReviewRecord ? Omit<R, Own> : never) : never

/** Adds a record and its version. Records are only ever added, so two people's never collide. */
export async function say(
  session: Session,
  id: PageId,
  what: (known: Known) => Said,
  sentence: (who: string, page: string) => string,
): Promise<{ kind: 'ok'; record: ReviewRecord } | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const known = await session.knowing.one(id)
  if (known === null) return noSuchPage()
  const at = nowOf(session)
  const record = reviewRecordSchema.parse({ id: nextRecordId(at, known.records), page: id, by: me, at, ...what(known) })
  const added = await session.workspace.addReview(record)
  if (isRefusal(added)) return added
  const path = workspacePathSchema.parse(`reviews/${id}/${record.id}.yml`)
  const version = await session.history.commitPaths([path], {
    by: me,
    at,
    sentence: sentence(firstName(me.name), named(known.entry)),
  })
  if (isRefusal(version)) return version
  changed(session, [id])
  session.sharing.soon()
  return { kind: 'ok', record }
}
