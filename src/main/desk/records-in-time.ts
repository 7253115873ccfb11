import { decodeTime, isValid } from 'ulid'
import type { GapRecord } from '../../shared/checklist/index.ts'
import type { Instant, IsoDate } from '../../shared/content/index.ts'
import {
  addDays,
  daysBetween,
  isBefore,
  type PutOff,
  type ReviewRecord,
  samePerson,
} from '../../shared/review/index.ts'
import type { StoryEntry } from '../git/index.ts'

/** Moments are in universal time, and today is where the person is: between the two is never more than a day. */
const dayMs = 86_400_000
export const isAhead = (at: string, today: IsoDate) => at.slice(0, 10) > addDays(today, 1)

/**
 * Records with no moment that their writer's clock had from the future: such a record counts as made when the newest
 * version was that stood before it came. The files stay as they are. `latest` says of a record which moment it cannot be
 * later than, for what else is known of it; `story` is oldest first, and is asked for only where some record is ahead.
 */
export async function inTime<Made extends { at: Instant }>(
  records: readonly Made[],
  pathOf: (record: Made) => string,
  { today, story, latest }: InTime<Made>,
): Promise<readonly Made[]> {
  const tomorrow = `${addDays(today, 1)}T23:59:59.999Z` as Instant
  const limits = new Map<string, Instant>()
  for (const record of records) {
    const limit = latest?.get(record) ?? (isAhead(record.at, today) ? tomorrow : null)
    if (limit !== null) limits.set(pathOf(record), limit)
  }
  if (limits.size === 0) return records
  const placed = new Map<string, Instant>()
  const versions = await story()
  for (const [index, { changes }] of versions.entries()) {
    for (const { path } of changes) {
      const limit = limits.get(path)
      if (limit === undefined || placed.has(path)) continue
      const newest = newestUpTo(limit, versions.slice(0, index))
      if (newest !== null) placed.set(path, newest)
    }
  }
  return records.map(record => {
    const at = placed.get(pathOf(record))
    return at === undefined ? record : placedAt(record, at)
  })
}

/** What was put off by a clock that is ahead waits for as long as its writer meant, and not for years. */
function placedAt<Made extends { at: Instant }>(record: Made, at: Instant): Made {
  const dayOf = (moment: Instant) => moment.slice(0, 10) as IsoDate
  const sooner = (until: IsoDate) => addDays(until, daysBetween(dayOf(record.at), dayOf(at)))
  const placed = { ...record, at }
  if (isPutOff(placed)) return { ...placed, until: sooner(placed.until) }
  return hasPutOffGap(placed)
    ? {
        ...placed,
        said: { ...placed.said, putOff: { ...placed.said.putOff, until: sooner(placed.said.putOff.until) } },
      }
    : placed
}

const isPutOff = (record: object): record is PutOff => 'kind' in record && record.kind === 'put-off'

function hasPutOffGap(record: object): record is { said: { putOff: { until: IsoDate } } } {
  return 'kind' in record && record.kind === 'gap' && ((record as GapRecord).said.putOff ?? null) !== null
}

export interface InTime<Made> {
  today: IsoDate
  story: () => Promise<readonly StoryEntry[]>
  latest?: ReadonlyMap<Made, Instant>
}

/** Versions, oldest first: one of a day that has not come yet counts as made when the newest before it was. */
export function versionsInTime(story: readonly StoryEntry[], today: IsoDate): readonly StoryEntry[] {
  if (!story.some(({ at }) => isAhead(at, today))) return story
  let newest: Instant | null = null
  return story.map(version => {
    if (isAhead(version.at, today)) return newest === null ? version : { ...version, at: newest }
    if (newest === null || version.at > newest) newest = version.at
    return version
  })
}

function newestUpTo(limit: Instant, versions: readonly StoryEntry[]): Instant | null {
  let newest: Instant | null = null
  for (const { at } of versions) if (at <= limit && (newest === null || at > newest)) newest = at
  return newest
}

/** What was said of pages. */
export async function recordsInTime(
  records: readonly ReviewRecord[],
  today: IsoDate,
  story: () => Promise<readonly StoryEntry[]>,
): Promise<readonly ReviewRecord[]> {
  return inTime(records, pathOf, { today, story, latest: overtaken(records) })
}

const pathOf = ({ page, id }: ReviewRecord) => `reviews/${page}/${id}.yml`

/**
 * Records of which two people who had seen them said something at an earlier moment: such a one stays ahead also once its
 * day has come. One person alone may be the one whose clock is behind. That somebody had seen it shows in the name of what
 * they said, which is then later than its moment (record-id.ts).
 */
function overtaken(records: readonly ReviewRecord[]): Map<ReviewRecord, Instant> {
  const found = new Map<ReviewRecord, Instant>()
  for (const own of Map.groupBy(records, ({ page }) => page).values()) {
    const said = own.some((record, at) => record.at < (own[at - 1]?.at ?? '')) ? own.toSorted(byName) : []
    for (const [at, record] of said.entries()) {
      const earlier = said.slice(at + 1).filter(other => sawLater(other) && daysAhead(record, other) > 1)
      if (earlier.length === 0 || earlier.every(({ by }) => samePerson(by, earlier[0]?.by ?? by))) continue
      found.set(
        record,
        earlier.map(other => other.at).reduce((one, other) => (one < other ? one : other)),
      )
    }
  }
  return found
}

const byName = (one: ReviewRecord, other: ReviewRecord) => (isBefore(one, other) ? -1 : 1)
const daysAhead = (one: ReviewRecord, other: ReviewRecord) => (Date.parse(one.at) - Date.parse(other.at)) / dayMs
const sawLater = ({ id, at }: ReviewRecord) => isValid(id) && decodeTime(id) - Date.parse(at) > dayMs
