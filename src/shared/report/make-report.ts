import { longDate } from '../site/words.ts'
import type { ReportFacts } from './facts.ts'
import type { Report, ReportKind } from './model.ts'
import { ownWords, type SectionKind } from './section.ts'
import { changes } from './sections/changes.ts'
import { comments } from './sections/comments.ts'
import { gaps } from './sections/gaps.ts'
import { eachRequirement, judged } from './sections/judgements.ts'
import { offerNow } from './sections/offer-now.ts'
import { reviewDates } from './sections/review-dates.ts'
import { reviews } from './sections/reviews.ts'
import { yearOfComments } from './sections/year-of-comments.ts'
import { youSaid } from './sections/you-said.ts'

/** The sections of each report, in their order. A new one is one file more. */
const sectionsOf: Readonly<Record<ReportKind, readonly SectionKind[]>> = {
  monitoring: [
    ownWords('introduction', 'In short'),
    offerNow,
    reviewDates,
    changes,
    reviews,
    comments,
    gaps,
    ownWords('next', 'What is next'),
  ],
  response: [ownWords('introduction', 'In short'), yearOfComments, youSaid, ownWords('next', 'What we will do')],
  evaluation: [ownWords('introduction', 'In short'), judged, gaps, eachRequirement, ownWords('next', 'What is next')],
}

/** The team's paragraphs by the ids of their sections. */
export type OwnWords = Readonly<Record<string, string>>

/** The figures as the facts say them now, with the paragraphs as the team wrote them. */
export function makeReport(kind: ReportKind, facts: ReportFacts, own: OwnWords): Report {
  const known = sectionsOf[kind]
  const sections = known.map(section => ({
    id: section.id,
    title: section.title,
    own: own[section.id] ?? '',
    parts: section.parts(facts),
  }))
  // Words that were written for a section which is no more are not thrown away.
  const others = Object.entries(own).filter(([id, text]) => text.trim() !== '' && !known.some(each => each.id === id))
  const kept = others.map(([id, text]) => ({ id, title: 'Also', own: text, parts: [] }))
  return {
    kind,
    title: titleOf(kind, facts),
    council: facts.council,
    period: periodOf(facts),
    sections: [...sections, ...kept],
  }
}

function titleOf(kind: ReportKind, { name, since, snapshot }: ReportFacts): string {
  if (kind === 'monitoring') return `${name}: monitoring report`
  if (kind === 'response') return `${name}: you said, we did, ${since.slice(0, 4)}`
  return `${name}: ${snapshot?.title ?? 'evaluation'}`
}

function periodOf({ since, until }: Pick<ReportFacts, 'since' | 'until'>): string {
  return since === until ? longDate(since) : `${longDate(since)} to ${longDate(until)}`
}
