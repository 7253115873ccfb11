import { decodeTime, isValid, TIME_MAX, ulid } from 'ulid'
import type { Instant } from '../../shared/content/index.ts'
import type { ReviewRecord } from '../../shared/review/index.ts'

/**
 * The name of a new record about a page: after every record that is known here, also where a colleague's clock runs ahead.
 * Which of two decisions is the later one follows from their names, so that it never depends on whose clock is right.
 */
export function nextRecordId(at: Instant, known: readonly Pick<ReviewRecord, 'id'>[]): string {
  const newest = known.map(({ id }) => (isValid(id) ? decodeTime(id) : 0)).reduce((a, b) => Math.max(a, b), 0)
  return ulid(Math.min(Math.max(Date.parse(at), newest + 1), TIME_MAX))
}
