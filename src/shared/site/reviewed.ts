import { type Entry, type IsoDate, isoDateSchema } from '../content/index.ts'
import { lastCheck } from '../review/index.ts'
import type { SiteIndex } from './site-index.ts'

/** The day on which somebody last said that these words are true, which families read under them; null where nobody did. */
export function lastReviewed(site: SiteIndex, { fields }: Entry): IsoDate | null {
  return lastCheck(fields.review, site.input.checks.get(fields.id) ?? [], publishDay(site)).day
}

const endOfTime = isoDateSchema.parse('9999-12-31')

/** A site knows no clock: the day of a publish is its today. A stamp that names no day keeps no page from families. */
function publishDay({ input }: SiteIndex): IsoDate {
  return isoDateSchema.safeParse(input.stamp.at.slice(0, 10)).data ?? endOfTime
}
