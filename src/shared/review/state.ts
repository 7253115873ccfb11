import type { ContentHash } from '../content/ids.ts'
import { inForce } from './in-force.ts'
import { type PageState, type Person, type ReviewRecord, samePerson } from './records.ts'

export interface Standing {
  state: PageState
  /** The decision on exactly these words, if there is one. */
  decision: Extract<ReviewRecord, { kind: 'decision' }> | null
  /** The newest approval of any version of the page. */
  lastApproval: Extract<ReviewRecord, { kind: 'decision' }> | null
  /** The request that waits for a decision on exactly these words. */
  request: Extract<ReviewRecord, { kind: 'request' }> | null
  /** Leave to publish exactly these words without review, with its reason; the task stays until somebody decides. */
  urgent: Extract<ReviewRecord, { kind: 'urgent' }> | null
}

/**
 * What a page's state is: it follows from its bytes, from what families see and from what people said about it, never
 * from a flag. `records` are in the order in which they were made (a ULID sorts by time). `writtenBy` is who changed these
 * words last: what they decided about them themselves counts for nothing, whatever program wrote it down.
 */
export function standing(
  hash: ContentHash,
  liveHash: ContentHash | null,
  records: readonly ReviewRecord[],
  writtenBy: Person | null = null,
): Standing {
  const ownWork = (record: ReviewRecord) =>
    record.kind === 'decision' && record.hash === hash && writtenBy !== null && samePerson(record.by, writtenBy)
  const counted = inForce(records, { hash, writtenBy }).filter(record => !ownWork(record))
  const onTheseWords = counted.filter(record => 'hash' in record && record.hash === hash)
  const decision = lastOf(onTheseWords, 'decision')
  const lastApproval = lastOf(
    counted.filter(record => record.kind === 'decision' && record.decision === 'good'),
    'decision',
  )
  const asked = lastOf(onTheseWords, 'request')
  const request = asked && (!decision || asked.id > decision.id) ? asked : null
  const facts = { decision, lastApproval, request, urgent: lastOf(onTheseWords, 'urgent') }

  const withdrawn = lastOf(onTheseWords, 'withdraw')
  if (withdrawn && (!decision || withdrawn.id > decision.id)) return { state: 'withdrawn', ...facts }
  if (request) return { state: 'ready-for-review', ...facts }
  if (decision?.decision === 'needs-changes') return { state: 'changes-asked', ...facts }
  if (hash === liveHash) return { state: 'live', ...facts }
  if (decision) return { state: 'approved', ...facts }
  return { state: lastApproval ? 'changed-since-approval' : 'draft', ...facts }
}

/** Null when this person may decide on the page as it is now; otherwise the sentence that says why not. */
export function mayNotDecide(me: Person | null, changedLastBy: Person | null): string | null {
  if (!me) return 'Say who you are in Settings first, so that your decision has a name.'
  if (changedLastBy && samePerson(me, changedLastBy)) {
    return 'You changed this page last, so somebody else has to say whether it is good.'
  }
  return null
}

function lastOf<K extends ReviewRecord['kind']>(
  records: readonly ReviewRecord[],
  kind: K,
): Extract<ReviewRecord, { kind: K }> | null {
  const found = records.filter((record): record is Extract<ReviewRecord, { kind: K }> => record.kind === kind)
  return found.at(-1) ?? null
}
