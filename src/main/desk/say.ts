import { type Entry, type Instant, type PageId, writeRecord } from '../../shared/content/index.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { type Person, type ReviewRecord, reviewRecordSchema } from '../../shared/review/index.ts'
import { firstName, named } from './page-history.ts'
import type { Known } from './parts.ts'
import { nextRecordId } from './record-id.ts'
import { noSuchPage, nowOf, type Session } from './session.ts'
import { writeTogether } from './write-together.ts'

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

/** The same of several pages, in one version with one sentence: all of it or nothing. A page that is gone by now is left out. */
export async function sayOfMany(
  session: Session,
  ids: readonly PageId[],
  what: (known: Known) => Said,
  sentence: (who: string, pages: readonly Entry[]) => string,
): Promise<Done | Refusal> {
  const make = async (me: Person) => {
    const known = await session.knowing.all()
    const about = [...new Set(ids)].flatMap(id => known.get(id) ?? [])
    if (about.length === 0) return noSuchPage()
    const at = nowOf(session)
    const records = reviewRecordsOf(me, at, about, what)
    const entries = about.map(({ entry }) => entry)
    return {
      records,
      changes: new Map(
        records.map(record => [`reviews/${record.page}/${record.id}.yml`, { text: writeRecord(record) }] as const),
      ),
      sentence: sentence(firstName(me.name), entries),
      at,
      pages: entries.map(({ fields }) => fields.id),
    }
  }
  const said = await writeTogether(session, make, { looksFirst: false })
  return isRefusal(said) ? said : { kind: 'ok', records: said.records }
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
