import type { ContentHash } from '../content/ids.ts'
import { type Person, type ReviewRecord, samePerson } from './records.ts'

/** The words that a decision is asked about, and who wrote them. */
export interface OwnWords {
  hash: ContentHash
  writtenBy: Person | null
}

/**
 * The records that count: without what was taken back, and without the taking back itself. To take back a taking back is
 * to say it again. Whose words a decision is about can neither take it back nor bring it back, as they cannot decide.
 */
export function inForce(records: readonly ReviewRecord[], words: OwnWords | null = null): readonly ReviewRecord[] {
  if (words !== null) return countedOf(records, words)
  const before = known.get(records)
  if (before?.of === records.length) return before.counted
  const counted = countedOf(records, null)
  known.set(records, { of: records.length, counted })
  return counted
}

/** Every screen asks it of every page, and records are only ever added. */
const known = new WeakMap<readonly ReviewRecord[], { of: number; counted: readonly ReviewRecord[] }>()

function countedOf(records: readonly ReviewRecord[], words: OwnWords | null): readonly ReviewRecord[] {
  const byId = new Map(records.map(record => [record.id, record]))
  const takenBackBy = Map.groupBy(
    records
      .filter(record => record.kind === 'take-back')
      .filter(record => !isOwnWork(record, byId, words) && !isForAnother(record, byId)),
    record => record.record,
  )
  const counts = (id: string, seen: readonly string[] = []): boolean =>
    !(takenBackBy.get(id) ?? []).some(({ id: by }) => !seen.includes(by) && counts(by, [...seen, by]))
  return records.filter(record => record.kind !== 'take-back' && counts(record.id))
}

/** What was said in the first place: the end of a chain of takings back. Null where it is not there. */
export function saidFirst(record: ReviewRecord, byId: ReadonlyMap<string, ReviewRecord>): ReviewRecord | null {
  const seen = new Set<string>()
  let said: ReviewRecord | undefined = record
  while (said?.kind === 'take-back' && !seen.has(said.id)) {
    seen.add(said.id)
    said = byId.get(said.record)
  }
  return said === undefined || said.kind === 'take-back' ? null : said
}

function isOwnWork(record: ReviewRecord, byId: ReadonlyMap<string, ReviewRecord>, words: OwnWords | null): boolean {
  if (words === null || words.writtenBy === null || !samePerson(record.by, words.writtenBy)) return false
  const said = saidFirst(record, byId)
  return said?.kind === 'decision' && said.hash === words.hash
}

function isForAnother(record: ReviewRecord, byId: ReadonlyMap<string, ReviewRecord>): boolean {
  const said = saidFirst(record, byId)
  return said?.kind === 'withdraw' && !samePerson(said.by, record.by)
}
