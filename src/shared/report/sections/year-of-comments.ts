import { type Exclusion, exclusions } from '../../feedback/index.ts'
import { type CommentFact, isWithin } from '../facts.ts'
import { figure, type Part } from '../model.ts'
import type { SectionKind } from '../section.ts'
import { commentSource } from '../sources.ts'

/** SEND Regulations 2014, reg 56(4). */
const reasonWords: Readonly<Record<Exclusion, string>> = {
  vexatious: 'It was vexatious',
  'one-person': 'It was about the help that one person gets',
}

/** A year's comments in numbers, with what was left out and why. */
export const yearOfComments: SectionKind = {
  id: 'year-of-comments',
  title: 'The year in numbers',
  parts(facts) {
    const came = facts.comments.filter(({ comment }) => isWithin(comment.received, facts))
    const from = (wanted: (fact: CommentFact) => boolean) => came.filter(wanted).map(commentSource)
    const parts: Part[] = [
      {
        kind: 'figures',
        figures: [
          figure(
            'year.received',
            'Comments that came',
            from(() => true),
          ),
          figure(
            'year.answered',
            'Answered',
            from(({ standing }) => standing.answer !== null),
          ),
          figure(
            'year.published',
            'Published with our answer',
            from(({ published }) => published !== null),
          ),
          figure(
            'year.waiting',
            'Waiting for an answer',
            from(({ standing }) => standing.state === 'to-answer'),
          ),
        ],
      },
      {
        kind: 'table',
        table: {
          caption: 'Comments that were left out. The law excuses these two kinds and no other',
          columns: ['Why', 'Comments'],
          rows: exclusions.map(because => [
            reasonWords[because],
            figure(
              `year.left-out.${because}`,
              reasonWords[because],
              from(({ standing }) => standing.leftOut?.because === because),
            ),
          ]),
        },
      },
    ]
    return parts
  },
}
