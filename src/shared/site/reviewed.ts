import { type Entry, type IsoDate, isoDateSchema } from '../content/index.ts'
import { lastCheck } from '../review/index.ts'
import type { SiteInput } from './input.ts'

const endOfTime = isoDateSchema.parse('9999-12-31')

/** A site knows no clock: the day of a publish is its today. A stamp that names no day keeps no page from families. */
export function reviewedBy({ stamp, checks }: SiteInput): (entry: Entry) => IsoDate | null {
  const today = isoDateSchema.safeParse(stamp.at.slice(0, 10)).data ?? endOfTime
  return ({ fields }) => lastCheck(fields.review, checks.get(fields.id) ?? [], today).day
}
