import type { ReviewRecord } from '../../review/index.ts'
import { isWithin } from '../facts.ts'
import { figure } from '../model.ts'
import type { SectionKind } from '../section.ts'
import { recordSource } from '../sources.ts'

/** The second pair of eyes: what was asked, decided and found still accurate in the period. */
export const reviews: SectionKind = {
  id: 'reviews',
  title: 'Read by a second person',
  parts(facts) {
    const { entries, records } = facts
    const titles = new Map<string, string>(entries.map(({ id, title }) => [id, title]))
    const within = records.filter(({ at }) => isWithin(at, facts))
    const of = (said: string, wanted: (record: ReviewRecord) => boolean) =>
      within.filter(wanted).map(record => recordSource(record, titles, said))
    const waiting = new Set(entries.flatMap(({ live, urgentToReview }) => (live ? (urgentToReview ?? []) : [])))
    return [
      {
        kind: 'figures',
        figures: [
          figure(
            'reviews.asked',
            'Reviews that were asked for',
            of('asked for a review', ({ kind }) => kind === 'request'),
          ),
          figure(
            'reviews.good',
            'Times that a page was found good to publish',
            of('good to publish', record => record.kind === 'decision' && record.decision === 'good'),
          ),
          figure(
            'reviews.changes',
            'Times that changes were asked for',
            of('changes asked', record => record.kind === 'decision' && record.decision === 'needs-changes'),
          ),
          figure(
            'reviews.accurate',
            'Times that a page was found still accurate',
            of('still accurate', ({ kind }) => kind === 'accurate'),
          ),
          figure(
            'reviews.urgent',
            'Published in a hurry, with a reason',
            of('published in a hurry', ({ kind }) => kind === 'urgent'),
          ),
          figure(
            'reviews.urgent-waiting',
            'Of these, still to be read by a second person',
            of('published in a hurry', ({ id }) => waiting.has(id)),
          ),
          figure(
            'reviews.withdrawn',
            'Withdrawn from families',
            of('withdrawn', ({ kind }) => kind === 'withdraw'),
          ),
        ],
      },
    ]
  },
}
