import { type Channel, channels } from '../../feedback/index.ts'
import { type CommentFact, isWithin, type ReportFacts } from '../facts.ts'
import { charted, figure, type Part } from '../model.ts'
import type { SectionKind } from '../section.ts'
import { commentSource } from '../sources.ts'

const channelWords: Readonly<Record<Channel, string>> = {
  email: 'Email',
  telephone: 'Telephone',
  event: 'Events and meetings',
  survey: 'Surveys and forms',
  social: 'Social media',
  letter: 'Letters',
  other: 'Another way',
}

/** What families said in the period, and how far the team has come with it. */
export const comments: SectionKind = {
  id: 'comments',
  title: 'What families said',
  parts(facts) {
    const came = facts.comments.filter(({ comment }) => isWithin(comment.received, facts))
    const parts: Part[] = [{ kind: 'figures', figures: standings(came, facts) }]
    if (came.length === 0) return parts
    const used = channels.filter(channel => came.some(({ comment }) => comment.channel === channel))
    const bars = used.map(channel => ({
      label: channelWords[channel],
      parts: [
        figure(
          `comments.channel.${channel}`,
          channelWords[channel],
          from(came, ({ comment }) => comment.channel === channel),
        ),
      ],
    }))
    return [...parts, charted({ title: 'How comments came', series: ['Comments'], bars }, 'How they came')]
  },
}

const from = (came: readonly CommentFact[], wanted: (fact: CommentFact) => boolean) =>
  came.filter(wanted).map(commentSource)

function standings(came: readonly CommentFact[], { comments: all, ...facts }: ReportFacts) {
  const actions = (done: boolean) =>
    all.flatMap(fact =>
      fact.comment.actions
        .filter(action => (done ? action.done !== null && isWithin(action.done, facts) : action.done === null))
        .map(action => ({
          ...commentSource(fact),
          title: action.what,
          said: action.owner === '' ? 'nobody has it yet' : facts.nameOf(action.owner),
        })),
    )
  return [
    figure(
      'comments.received',
      'Comments that came',
      from(came, () => true),
    ),
    figure(
      'comments.answered',
      'Of these, answered',
      from(came, ({ standing }) => standing.answer !== null),
    ),
    figure(
      'comments.published',
      'Of these, published with our answer',
      from(came, ({ published }) => published !== null),
    ),
    figure(
      'comments.left-out',
      'Of these, left out as the law allows',
      from(came, ({ standing }) => standing.state === 'left-out'),
    ),
    figure(
      'comments.waiting',
      'Waiting for an answer, whenever they came',
      from(all, ({ standing }) => standing.state === 'to-answer'),
    ),
    figure('comments.actions-done', 'Actions done in the period', actions(true)),
    figure('comments.actions-open', 'Actions still open', actions(false)),
  ]
}
