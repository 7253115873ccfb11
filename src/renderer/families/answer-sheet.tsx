import { useState } from 'react'
import type { CommentView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { useNow } from '../state/use-now.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { dayOf } from '../words/dates.ts'

/** The team's answer: what was done, or why not. */
export function AnswerSheet({ view: { comment, answer } }: { view: CommentView }) {
  const { readOnly } = useOpened()
  const now = useNow()
  const [text, setText, forget] = useKeptText(`answer:${comment.id}`, answer?.text ?? '')
  const [asked, setAsked] = useState(false)
  const keep = useAct(api.feedback.answer)

  async function submit() {
    setAsked(true)
    if (text.trim() === '' && answer === null) return
    if ((await keep.run({ id: comment.id, text })) === null) return
    forget(text)
    void keep.sayDone(text.trim() === '' ? 'The answer is taken back.' : 'The answer is kept.')
  }

  return (
    <Sheet title="Our answer" {...(answer && { note: `${answer.by}, ${dayOf(answer.at, now)}` })}>
      <form
        className="form sheet-form"
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField
          label="What we did, or will do, or why we cannot"
          rows={4}
          value={text}
          onChange={setText}
          trouble={asked && text.trim() === '' && answer === null ? 'Write the answer first.' : null}
        />
        <RefusalNotice refusal={keep.refusal} />
        <div className="actions">
          <Button type="submit" isDisabled={readOnly !== null} busy={keep.busy}>
            Keep the answer
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
