import { hashOf } from '../../src/main/workspace/index.ts'
import { type Person, type ReviewRecord, samePerson } from '../../src/shared/review/index.ts'

/** Something that was said of a page, and the records that its writer had seen. */
export interface Said {
  record: ReviewRecord
  knew: ReadonlySet<string>
}

/** Why a text may not stand before families, from what happened; null where it may. */
export function whyNotLive(
  { seen, writtenBy }: { seen: readonly Said[]; writtenBy: Person },
  text: string,
  before: string | null,
): string | null {
  const own = (record: ReviewRecord) => samePerson(record.by, writtenBy)
  const named = new Map(seen.map(said => [said.record.id, said]))
  const first = (record: ReviewRecord): ReviewRecord | undefined =>
    record.kind === 'take-back'
      ? first(named.get(record.record)?.record ?? { ...record, kind: 'settle', to: '', taken: false })
      : record
  /** Nobody takes back a decision on their own words, nor a colleague's withdrawal. */
  const mayTakeBack = (record: ReviewRecord) => {
    const about = first(record)
    if (about?.kind === 'decision' && about.hash === hashOf(text)) return !own(record)
    return about?.kind !== 'withdraw' || samePerson(about.by, record.by)
  }
  const stands = ({ record }: Said): boolean =>
    !seen.some(
      other =>
        other.record.kind === 'take-back' &&
        other.record.record === record.id &&
        mayTakeBack(other.record) &&
        stands(other),
    )
  const standing = seen.filter(said => stands(said))
  const ended = new Set(standing.flatMap(({ record }) => (record.kind === 'bring-back' ? record.ends : [])))
  const withdrawals = standing.filter(({ record }) => record.kind === 'withdraw')
  if (withdrawals.some(({ record }) => !ended.has(record.id))) return 'it is withdrawn'
  if (text === before) return null
  const about = standing.filter(({ record }) => 'hash' in record && record.hash === hashOf(text))
  const leaves = about.filter(({ record }) =>
    record.kind === 'decision' ? record.decision === 'good' && !own(record) : record.kind === 'urgent' && record.reason,
  )
  const against = [
    ...withdrawals,
    ...about.filter(({ record }) => record.kind === 'decision' && record.decision === 'needs-changes' && !own(record)),
  ]
  const good = leaves.some(({ record }) => !against.some(({ knew }) => knew.has(record.id)))
  return good ? null : 'nobody else approved exactly these words, and no reason was given'
}
