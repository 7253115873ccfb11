import { useState } from 'react'
import type { PageId } from '../../shared/content/index.ts'
import type { Comment } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useNow } from '../state/use-now.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { firstName } from '../words/counts.ts'
import { dayAndTime } from '../words/dates.ts'
import { AnswerForm } from './answer-form.tsx'

interface CommentCardProps {
  page: PageId
  comment: Comment
  /** Where its words stand; null when it is on the whole page or its words are gone. */
  range: Range | null
  isHere: boolean
  onHere: () => void
}

export function CommentCard({ page, comment, range, isHere, onHere }: CommentCardProps) {
  const { readOnly } = useOpened()
  const [answering, setAnswering] = useState(false)
  const settle = useAct(api.review.settle)
  const now = useNow()
  const { id, by, at, quote, text, settled, answers } = comment
  const about = `${firstName(by.name)}’s comment`

  async function settleIt() {
    if ((await settle.run({ id: page, to: id })) === null) return
    void settle.note()
    announce('Settled.')
  }

  function show() {
    onHere()
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  }

  return (
    <li className={isHere ? 'card card-here' : 'card'} onFocusCapture={onHere}>
      <h3>
        {firstName(by.name)} <span className="soft comment-when">{dayAndTime(at, now)}</span>{' '}
        {settled && <Chip tone="good">Settled</Chip>}
      </h3>
      {quote && <p className="comment-quote">“{quote.exact}”</p>}
      {quote && range === null && <p className="soft">These words are no longer on the page.</p>}
      <p className="comment-text">{text}</p>
      {answers.map(answer => (
        <p key={`${answer.at} ${answer.by.email}`} className="comment-answer">
          <strong>{firstName(answer.by.name)}</strong> <span className="soft">{dayAndTime(answer.at, now)}</span>
          <br />
          {answer.text}
        </p>
      ))}
      <RefusalNotice refusal={settle.refusal} />
      {answering ? (
        <AnswerForm page={page} to={id} onClose={() => setAnswering(false)} />
      ) : (
        <div className="actions">
          {range && (
            <Button size="small" kind="bare" about={`the words of ${about}`} onPress={show}>
              Show
            </Button>
          )}
          {!settled && (
            <>
              <Button size="small" about={about} isDisabled={readOnly !== null} onPress={() => setAnswering(true)}>
                Answer
              </Button>
              <Button
                size="small"
                kind="bare"
                about={about}
                isDisabled={readOnly !== null}
                busy={settle.busy}
                onPress={() => void settleIt()}
              >
                Settled
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}
