import type { AnswerRead } from '../connection/answers.ts'
import { useNow } from '../state/use-now.ts'
import { CheckField } from '../ui/fields.tsx'
import { Notice } from '../ui/notice.tsx'
import { count } from '../words/counts.ts'
import { dayAndTime } from '../words/dates.ts'

interface AnswerWordsProps {
  read: AnswerRead
  /** It is about another page than the one that somebody is at. */
  elsewhere: boolean
  vouched: boolean
  onVouched: (vouched: boolean) => void
}

/** What an answer says, whom it says it is from, and what would become of it. */
export function AnswerWords({ read, elsewhere, vouched, onVouched }: AnswerWordsProps) {
  const now = useNow()
  const { title, from, at, sameWords, comments, newComments, decision, note, isNew, whyNoDecision } = read
  const known = comments - newComments
  return (
    <div className="form" role="status">
      {elsewhere && (
        <Notice tone="warn">
          <p>This answer is about another page than the one that you are at: “{title}”. It would be taken in there.</p>
        </Notice>
      )}
      <p>
        About <strong>“{title}”</strong>. Said to be from <strong>{from.name}</strong> ({from.email}),{' '}
        {dayAndTime(at, now)}. A file does not prove who wrote it.
      </p>
      <p>
        {count(comments, 'comment')}
        {known > 0 && `, ${known} of them here already`}.
      </p>
      {!sameWords && (
        <p>
          The page has changed since it was sent. Comments find their words where they still stand; the others say that
          their words are gone.
        </p>
      )}
      {decision !== null && (
        <p>
          Decision: <strong>{decision === 'good' ? 'good to publish' : 'needs changes first'}</strong>.
        </p>
      )}
      {note !== '' && <p className="comment-quote">{note}</p>}
      {!isNew && <p>Everything in it is here already. Nothing is taken twice.</p>}
      {isNew && whyNoDecision !== null && (
        <p>The decision does not count, and is kept as what they said: {whyNoDecision}</p>
      )}
      {isNew && decision !== null && whyNoDecision === null && (
        <CheckField isSelected={vouched} onChange={onVouched}>
          I know that this is from {from.name}, and count it as a decision of mine on these words
        </CheckField>
      )}
    </div>
  )
}
