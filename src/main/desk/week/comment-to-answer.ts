import { daysBetween } from '../../../shared/review/index.ts'
import { listComments } from '../family-comments.ts'
import { isMine, otherLine, type WeekKind } from './kind.ts'

/** A comment of a family that nobody has answered; the longest wait first. */
export const commentToAnswer: WeekKind = {
  id: 'comment',
  label: 'Families’ comments to answer',
  heading: 'Families’ comments to answer',
  counts: true,
  async find({ session, me, today }) {
    const waiting = (await listComments(session)).filter(({ state }) => state === 'to-answer')
    return waiting.toReversed().map(({ comment, titles }) => {
      const to = { place: 'family' as const, id: comment.id }
      const days = daysBetween(comment.received, today)
      return otherLine({
        key: `comment ${comment.id}`,
        kind: 'comment',
        // What a family said is read where it is answered, not on a screen that somebody else may see.
        title: Object.values(titles)[0] ?? (comment.theme || 'A family’s comment'),
        owner: comment.owner,
        mine: isMine(comment.owner, me),
        chip: { words: 'Answer', tone: days > answerWithinDays ? 'stop' : 'warn' },
        sentence: `${waited(days)}${comment.owner === '' ? ' Nobody answers yet.' : ''}`,
        to,
        acts: [{ act: 'go', label: 'Answer', to }],
      })
    })
  },
}

/** After three weeks a family no longer expects one. It is a mark for the eye, and no rule of law. */
const answerWithinDays = 21

function waited(days: number): string {
  if (days === 0) return 'It came today.'
  return days === 1 ? 'It came yesterday.' : `It came ${days} days ago.`
}
