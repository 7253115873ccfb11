import type { ContentHash } from '../content/ids.ts'
import { inForce } from './in-force.ts'
import { type PageState, type Person, type ReviewRecord, samePerson } from './records.ts'
import { isBefore, type Withdrawal, withdrawalsIn } from './withdrawals.ts'

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
  /** What families see, or will see next, by an urgent leave alone: a task until somebody has decided on those words. */
  urgentToReview: Extract<ReviewRecord, { kind: 'urgent' }> | null
  /** What keeps it off the site, whatever its words are. */
  withdrawn: Withdrawal | null
  /** Who ended the newest withdrawal. */
  broughtBack: Extract<ReviewRecord, { kind: 'bring-back' }> | null
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
  const said = inForce(records, { hash, writtenBy }).filter(record => !ownWork(record))
  const { withdrawn, newest, broughtBack } = withdrawalsIn(said)
  // Whoever takes a page off the site doubts its words, whatever was said of them before.
  const counted = said.filter(record => !(isAboutGoingLive(record) && newest !== null && isBefore(record, newest)))
  const onTheseWords = counted.filter(record => 'hash' in record && record.hash === hash)
  const decision = lastOf(onTheseWords, 'decision')
  const lastApproval = lastOf(
    counted.filter(record => record.kind === 'decision' && record.decision === 'good'),
    'decision',
  )
  const asked = lastOf(onTheseWords, 'request')
  const request = asked && (!decision || asked.id > decision.id) ? asked : null
  const urgent = lastOf(onTheseWords, 'urgent')
  const urgentToReview = decision === null && urgent !== null ? urgent : urgentOnSite(liveHash, hash, counted)
  const facts = { decision, lastApproval, request, urgent, urgentToReview, withdrawn, broughtBack }

  if (withdrawn) return { state: 'withdrawn', ...facts }
  if (request) return { state: 'ready-for-review', ...facts }
  if (decision?.decision === 'needs-changes') return { state: 'changes-asked', ...facts }
  if (hash === liveHash) return { state: 'live', ...facts }
  if (decision) return { state: 'approved', ...facts }
  return { state: lastApproval ? 'changed-since-approval' : 'draft', ...facts }
}

/** Editing the page does not end the task: families still see the words that nobody has read but who wrote them. */
function urgentOnSite(liveHash: ContentHash | null, hash: ContentHash, counted: readonly ReviewRecord[]) {
  const onSite = counted.filter(record => liveHash !== hash && 'hash' in record && record.hash === liveHash)
  const urgent = lastOf(onSite, 'urgent')
  const reviewed = onSite.some(record => record.kind === 'decision' && !samePerson(record.by, urgent?.by ?? record.by))
  return reviewed ? null : urgent
}

function isAboutGoingLive({ kind }: ReviewRecord): boolean {
  return kind === 'request' || kind === 'decision' || kind === 'urgent'
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

/** Whether somebody approved exactly these words, and nobody has taken that back. */
export function isApproved(records: readonly ReviewRecord[], hash: ContentHash | null): boolean {
  return inForce(records).some(each => each.kind === 'decision' && each.decision === 'good' && each.hash === hash)
}
