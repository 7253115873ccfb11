import type { Snapshot } from '../checklist/index.ts'
import type { Instant, IsoDate, PageId } from '../content/index.ts'
import type { CommentStanding, FamilyComment, PublicAnswer } from '../feedback/index.ts'
import type { PageState, ReviewRecord } from '../review/index.ts'

/** What a report is made from: stored facts, gathered by the desk. Days are those of UTC, so that all laptops agree. */

export interface EntryFact {
  id: PageId
  kind: 'page' | 'service'
  title: string
  /** Empty for a service. */
  section: string
  state: PageState
  live: boolean
  /** The words on the desk are other ones than families read. */
  differsFromLive: boolean
  /** The id of what let its words out in a hurry, while nobody else has read those that families see, or will see next. */
  urgentToReview: string | null
  due: IsoDate | null
  overdue: boolean
}

/** What one version did to one page or service. */
export interface ChangeFact {
  version: string
  at: Instant
  by: string
  sentence: string
  page: PageId
  title: string
  change: 'new' | 'changed' | 'moved' | 'removed'
}

export interface PublishFact {
  publish: string
  at: Instant
  by: string
  sentence: string
}

export interface CommentFact {
  comment: FamilyComment
  standing: CommentStanding
  published: PublicAnswer | null
}

export interface GapFact {
  id: string
  checklist: string
  label: string
  status: 'open' | 'in-part' | 'closed'
  why: string
  owner: string
  action: string
}

export interface ReportFacts {
  name: string
  council: string
  today: IsoDate
  since: IsoDate
  until: IsoDate
  sections: readonly { slug: string; title: string }[]
  entries: readonly EntryFact[]
  /** Of the period, oldest first. */
  changes: readonly ChangeFact[]
  /** In force, of every time; the oldest first. */
  records: readonly ReviewRecord[]
  publishes: readonly PublishFact[]
  /** What carries a day that has not come yet: counted on the day of the version before it, or, of publishes, not at all. */
  clocksAhead: { placed: number; publishes: number }
  comments: readonly CommentFact[]
  gaps: readonly GapFact[]
  /** The evaluation that the report is about; null for another kind. */
  snapshot: Snapshot | null
  /** The name that the team knows somebody by. */
  nameOf(email: string): string
}

export function isWithin(day: string, { since, until }: Pick<ReportFacts, 'since' | 'until'>): boolean {
  const date = day.slice(0, 10)
  return date >= since && date <= until
}
