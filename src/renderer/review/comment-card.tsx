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
import type { PlacedWords } from './article-text.ts'
import { SaidByWords } from './said-by-words.tsx'

interface CommentCardProps {
  page: PageId
  comment: Comment
  /** Where its words stand; null when it is on the whole page or its words are gone. */
  place: PlacedWords | null
  isHere: boolean
  onHere: () => void
  /** Takes the wording that it suggests. */
  onTake: () => void
}

export function CommentCard({ page, comment, place, isHere, onHere, onTake }: CommentCardProps) {
  const { readOnly } = useOpened()
  const [answering, setAnswering] = useState(false)
  const settle = useAct(api.review.settle)
  const reopen = useAct(api.review.reopen)
  const now = useNow()
  const { id, by, at, quote, text, wording, saidBy, settled, taken, answers } = comment
  const whose = firstName((saidBy ?? by).name)
  const about = `${whose}’s comment`

  async function settleIt() {
    if ((await settle.run({ id: page, to: id })) === null) return
    void settle.note()
    announce('Settled.')
  }

  async function openAgain() {
    if ((await reopen.run({ id: page, to: id })) === null) return
    void reopen.note()
    announce('Open again.')
  }

  function show() {
    onHere()
    place?.range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  }

  return (
    <li className={isHere ? 'card card-here' : 'card'} onFocusCapture={onHere}>
      <h3>
        {whose} <span className="soft comment-when">{dayAndTime(at, now)}</span>{' '}
        {settled && <Chip tone="good">{taken ? 'Wording taken' : 'Settled'}</Chip>}
      </h3>
      {saidBy && <SaidByWords saidBy={saidBy} by={by} />}
      {quote && <p className="comment-quote">“{quote.exact}”</p>}
      {quote && !settled && place === null && <p className="soft">The words that this was about are gone.</p>}
      {quote && !settled && place?.edited && <p className="soft">These words were changed since this was said.</p>}
      {text !== '' && <p className="comment-text">{text}</p>}
      {wording !== null && (
        <p className="comment-wording">
          <span className="soft">{wording === '' ? 'Suggests to leave these words out.' : 'Suggests instead: '}</span>
          {wording !== '' && <ins>{wording}</ins>}
        </p>
      )}
      {wording !== null && !settled && (place === null || place.edited) && (
        <p className="soft">It can no longer be put in by itself: write it in by hand, or settle this.</p>
      )}
      {answers.map(answer => (
        <p key={`${answer.at} ${answer.by.email}`} className="comment-answer">
          <strong>{firstName(answer.by.name)}</strong> <span className="soft">{dayAndTime(answer.at, now)}</span>
          <br />
          {answer.text}
        </p>
      ))}
      <RefusalNotice refusal={settle.refusal ?? reopen.refusal} />
      {answering ? (
        <AnswerForm page={page} to={id} onClose={() => setAnswering(false)} />
      ) : (
        <div className="actions">
          {wording !== null && !settled && place !== null && !place.edited && (
            <Button size="small" kind="main" about={`of ${about}`} isDisabled={readOnly !== null} onPress={onTake}>
              Take this wording
            </Button>
          )}
          {place && (
            <Button size="small" kind="bare" about={`the words of ${about}`} onPress={show}>
              Show
            </Button>
          )}
          {settled && (
            <Button
              size="small"
              kind="bare"
              about={about}
              isDisabled={readOnly !== null}
              busy={reopen.busy}
              onPress={() => void openAgain()}
            >
              Open again
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
