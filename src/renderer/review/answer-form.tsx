import type { PageId } from '../../shared/content/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'

interface AnswerFormProps {
  page: PageId
  /** The comment that it answers. */
  to: string
  onClose: () => void
}

export function AnswerForm({ page, to, onClose }: AnswerFormProps) {
  const [text, setText, forget] = useKeptText(`answer:${to}`)
  const answer = useAct(api.review.answer)

  async function submit() {
    if (text.trim() === '' || (await answer.run({ id: page, to, text: text.trim() })) === null) return
    forget()
    void answer.note()
    onClose()
  }

  return (
    <form
      className="comment-form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField label="Your answer" rows={2} autoFocus value={text} onChange={setText} />
      <RefusalNotice refusal={answer.refusal} />
      <div className="actions">
        <Button size="small" kind="main" type="submit" busy={answer.busy} isDisabled={text.trim() === ''}>
          Send the answer
        </Button>
        <Button size="small" kind="bare" onPress={onClose}>
          Not now
        </Button>
      </div>
    </form>
  )
}
