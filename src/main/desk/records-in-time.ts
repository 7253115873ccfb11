import type { Instant, IsoDate } from '../../shared/content/index.ts'
import { addDays, type ReviewRecord } from '../../shared/review/index.ts'
import type { StoryEntry } from '../git/index.ts'

/**
 * What was said, with no moment later than tomorrow: such a record is by a clock that is ahead. It cannot have been said before the
 * version that its writer had, so it counts as said when the newest version before it was made by a clock that can be right.
 * The file stays as it is. `story` is oldest first, and is asked for only where there is such a record.
 */
export async function recordsInTime(
  records: readonly ReviewRecord[],
  today: IsoDate,
  story: () => Promise<readonly StoryEntry[]>,
): Promise<readonly ReviewRecord[]> {
  // Moments are in universal time, and today is where the person is: between the two is never more than a day.
  const tomorrow = addDays(today, 1)
  const isAhead = (at: Instant) => at.slice(0, 10) > tomorrow
  const ahead = new Set(records.filter(({ at }) => isAhead(at)).map(pathOf))
  if (ahead.size === 0) return records
  const placed = new Map<string, Instant>()
  let newest: Instant | null = null
  for (const { at, changes } of await story()) {
    for (const { path } of changes)
      if (newest !== null && ahead.has(path) && !placed.has(path)) placed.set(path, newest)
    if (!isAhead(at) && (newest === null || at > newest)) newest = at
  }
  return records.map(record => {
    const at = placed.get(pathOf(record))
    return at === undefined ? record : { ...record, at }
  })
}

const pathOf = ({ page, id }: ReviewRecord) => `reviews/${page}/${id}.yml`
