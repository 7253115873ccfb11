import { type Entry, type Instant, type PageId, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { type Person, type ReviewRecord, reviewRecordSchema } from '../../shared/review/index.ts'
import { firstName, named } from './page-history.ts'
import type { Known } from './parts.ts'
import { nextRecordId } from './record-id.ts'
import { changed, meOrRefusal, noSuchPage, nowOf, type Session } from './session.ts'

type Own = 'id' | 'page' | 'by' | 'at'
type Said = ReviewRecord extends infer R ? (R extends ReviewRecord ? Omit<R, Own> : never) : never

interface Done {
  kind: 'ok'
  records: ReviewRecord[]
}

/** Adds a record and its version. Records are only ever added, so two people's never collide. */
export async function say(
  session: Session,
  id: PageId,
  what: (known: Known) => Said,
  sentence: (who: string, page: string) => string,
): Promise<{ kind: 'ok'; record: ReviewRecord } | Refusal> {
  const said = await sayOfMany(session, [id], what, (who, [page]) =>
    sentence(who, page === undefined ? '' : named(page)),
  )
  if (isRefusal(said)) return said
  const [record] = said.records
  return record === undefined ? noSuchPage() : { kind: 'ok', record }
}

/** The same of several pages, in one version with one sentence. A page that is gone by now is left out. */
export async function sayOfMany(
  session: Session,
  ids: readonly PageId[],
  what: (known: Known) => Said,
  sentence: (who: string, pages: readonly Entry[]) => string,
): Promise<Done | Refusal> {
  const me = meOrRefusal(session)
  if (isRefusal(me)) return me
  const known = await session.knowing.all()
  const pages = [...new Set(ids)].flatMap(id => known.get(id) ?? [])
  if (pages.length === 0) return noSuchPage()
  const at = nowOf(session)
  const records = reviewRecordsOf(me, at, pages, what)
  for (const record of records) {
    const added = await session.workspace.addReview(record)
    if (isRefusal(added)) return added
  }
  const version = await session.history.commitPaths(
    records.map(({ id, page }) => workspacePathSchema.parse(`reviews/${page}/${id}.yml`)),
    {
      by: me,
      at,
      sentence: sentence(
        firstName(me.name),
        pages.map(({ entry }) => entry),
      ),
    },
  )
  if (isRefusal(version)) return version
  changed(
    session,
    records.map(({ page }) => page),
  )
  session.sharing.soon()
  return { kind: 'ok', records }
}

export function reviewRecordsOf(
  by: Person,
  at: Instant,
  pages: readonly Known[],
  what: (known: Known) => Said,
): ReviewRecord[] {
  return pages.map(page =>
    reviewRecordSchema.parse({
      id: nextRecordId(at, page.records),
      page: page.entry.fields.id,
      by,
      at,
      ...what(page),
    }),
  )
}
