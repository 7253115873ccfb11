import { commentPutOff } from '../../../shared/feedback/index.ts'
import { daysBetween } from '../../../shared/review/index.ts'
import { handOver, hasLeft, isMineOrFree, otherLine, type WeekFacts, type WeekKind } from './kind.ts'

/** A comment of a family that nobody has answered; the longest wait first. */
export const commentToAnswer: WeekKind = {
  id: 'comment',
  label: 'Families’ comments to answer',
  heading: 'Families’ comments to answer',
  counts: true,
  find(facts) {
    const { work, today } = facts
    const waiting = work.comments.filter(({ state }) => state === 'to-answer')
    return waiting.toReversed().map(({ comment, titles }) => {
      const to = { place: 'family' as const, id: comment.id }
      const { owner } = comment
      const waits = commentPutOff(comment, today)
      const days = daysBetween(comment.received, today)
      return otherLine({
        key: `comment ${comment.id}`,
        kind: 'comment',
        // What a family said is read where it is answered, not on a screen that somebody else may see.
        title: Object.values(titles)[0] ?? (comment.theme || 'A family’s comment'),
        about: { kind: 'comment', id: comment.id },
        owner,
        mine: isMineOrFree(owner, facts),
        chip: { words: 'Answer', tone: days > answerWithinDays ? 'stop' : 'warn' },
        sentence: `${waited(days)}${whoAnswers(owner, facts)}`,
        putOff: waits && { record: waits.id, by: waits.by.name, until: waits.until, reason: waits.reason },
        to,
        acts: [{ act: 'go', label: 'Answer', to }, ...handOver],
      })
    })
  },
}

/** After three weeks a family no longer expects one. It is a mark for the eye, and no rule of law. */
const answerWithinDays = 21

function whoAnswers(owner: string, { session }: WeekFacts): string {
  if (owner === '') return ' Nobody answers yet.'
  return hasLeft(owner, session) ? ` ${owner}, who was to answer, is not in the team.` : ''
}

function waited(days: number): string {
  if (days === 0) return 'It came today.'
  return days === 1 ? 'It came yesterday.' : `It came ${days} days ago.`
}
