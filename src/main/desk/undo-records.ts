import { pageIdSchema, writeRecord } from '../../shared/content/index.ts'
import type { Refusal } from '../../shared/outcome.ts'
import {
  inForce,
  mayNotDecide,
  type Person,
  type ReviewRecord,
  reviewRecordSchema,
  saidFirst,
  samePerson,
} from '../../shared/review/index.ts'
import type { StoryEntry } from '../git/index.ts'
import { nextRecordId } from './record-id.ts'
import { nowOf, type Session } from './session.ts'
import * as words from './undo-words.ts'

/** Records are only ever added. To undo what somebody said is to add that it counts no more: path to text of each. */
export async function takingBack(
  session: Session,
  me: Person,
  act: StoryEntry,
): Promise<Map<string, { text: string }> | Refusal> {
  const said = act.changes.flatMap(({ path, before, after }) => {
    const [, page, record] = before === null && after !== null ? (/^reviews\/([^/]+)\/(.+)\.yml$/.exec(path) ?? []) : []
    const id = pageIdSchema.safeParse(page).data
    return id === undefined || record === undefined ? [] : [{ id, record }]
  })
  const files = new Map<string, { text: string }>()
  const at = nowOf(session)
  for (const { id, record } of said) {
    const records = await session.workspace.reviews(id)
    const found = records.find(each => each.id === record)
    if (found === undefined || !counts(found, records)) continue
    const no = await whyItStays(session, me, found, records)
    if (no !== null) return no
    const counted = { id: nextRecordId(at, records), page: id, by: me, at }
    const fresh = { ...counted, ...whatUndoes(me, found, records) }
    files.set(`reviews/${id}/${fresh.id}.yml`, { text: writeRecord(reviewRecordSchema.parse(fresh)) })
  }
  return files
}

/** A colleague's withdrawal is ended as if the page were brought back: it needs a review again. And it is made anew. */
function whatUndoes(me: Person, record: ReviewRecord, records: readonly ReviewRecord[]) {
  const said = saidFirst(record, new Map(records.map(each => [each.id, each])))
  if (said?.kind !== 'withdraw' || samePerson(me, said.by)) return { kind: 'take-back', record: record.id }
  const stands = inForce(records).includes(said)
  return stands ? { kind: 'bring-back', ends: [said.id] } : { kind: 'withdraw', hash: said.hash, reason: said.reason }
}

/** Whether nobody has taken it back yet. A taking back counts as long as what it names does not. */
function counts(record: ReviewRecord, records: readonly ReviewRecord[]): boolean {
  if (record.kind !== 'take-back') return inForce(records).includes(record)
  const takenBack = records.filter(each => each.kind === 'take-back' && each.record === record.id)
  return !takenBack.some(each => counts(each, records))
}

async function whyItStays(
  session: Session,
  me: Person,
  record: ReviewRecord,
  records: readonly ReviewRecord[],
): Promise<Refusal | null> {
  if (record.kind === 'comment') {
    const answer = inForce(records).find(each => each.kind === 'answer' && each.to === record.id)
    if (answer !== undefined) return words.answeredSince(answer.by.name)
  }
  const said = saidFirst(record, new Map(records.map(each => [each.id, each])))
  const known = said?.kind === 'decision' ? await session.knowing.one(record.page) : null
  const isAboutTheseWords = said?.kind === 'decision' && said.hash === known?.hash
  if (isAboutTheseWords && mayNotDecide(me, known?.changed?.by ?? null) !== null) return words.ownWork()
  return null
}
