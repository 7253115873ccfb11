import type { ContentHash, PageId } from '../../shared/content/index.ts'
import { canBeReworded } from '../../shared/review/index.ts'
import type { Quote } from '../../shared/review/records.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKept, useKeptText } from '../connection/use-kept.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'

interface CommentFormProps {
  id: PageId
  hash: ContentHash
  /** Null for a comment on the whole page. */
  quote: Quote | null
  onClose: () => void
}

export function CommentForm({ id, hash, quote, onClose }: CommentFormProps) {
  const [text, setText, forget] = useKeptText(`comment:${id}`)
  /** Null while no other words are suggested. */
  const [wording, setWording, forgetWording] = useKept(`wording:${id}:${quote?.exact.slice(0, 200)}`, isWording, null)
  const suggested = wording === null || wording === quote?.exact ? null : wording
  const nothing = text.trim() === '' && suggested === null
  const comment = useAct(api.review.comment)

  async function submit() {
    if (nothing || (await comment.run({ id, hash, quote, text: text.trim(), wording: suggested })) === null) return
    forget()
    forgetWording()
    void comment.note()
    announce('Your comment is there.')
    onClose()
  }

  return (
    <form
      className="card card-here comment-form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void submit()
      }}
    >
      {quote && <p className="comment-quote">“{quote.exact}”</p>}
      <TextField
        label={quote ? 'Your comment on these words' : 'Your comment on the whole page'}
        rows={3}
        autoFocus
        value={text}
        onChange={setText}
      />
      {wording !== null && (
        <TextField
          label="The words that you suggest"
          rows={3}
          autoFocus
          value={wording}
          onChange={setWording}
          help="Whoever writes the page can take them with one key. Empty suggests to leave the words out."
        />
      )}
      <RefusalNotice refusal={comment.refusal} />
      <div className="actions">
        <Button kind="main" size="small" type="submit" busy={comment.busy} isDisabled={nothing}>
          Add comment
        </Button>
        <Button kind="bare" size="small" onPress={onClose}>
          Not now
        </Button>
        {quote && canBeReworded(quote) && wording === null && (
          <Button size="small" onPress={() => setWording(quote.exact)}>
            Suggest other words
          </Button>
        )}
      </div>
    </form>
  )
}

function isWording(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
