import { useState } from 'react'
import type { Refusal } from '../../shared/outcome.ts'
import type { ReviewView } from '../connection/answers.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'
import { count } from '../words/counts.ts'

interface NeedsChangesDialogProps {
  isOpen: boolean
  onClose: () => void
  view: ReviewView
  busy: boolean
  refusal: Refusal | null
  onSend: (note: string) => Promise<void>
}

/** Says what would have to change, unless comments on the page say it already. */
export function NeedsChangesDialog({ isOpen, onClose, view, busy, refusal, onSend }: NeedsChangesDialogProps) {
  const [note, setNote, forget] = useKeptText(`needs-changes:${view.id}`)
  const [asked, setAsked] = useState(false)
  // What is said of the whole page may be praise alone, and says then nothing of what has to change.
  const open = view.comments.filter(({ settled, quote }) => !settled && quote !== null).length
  const missing = open === 0 && note.trim() === ''

  async function submit() {
    setAsked(true)
    if (missing) return
    await onSend(note.trim())
    forget()
  }

  return (
    <DialogBox isOpen={isOpen} onClose={onClose} title="What has to change?">
      <DialogForm onSubmit={submit} onClose={onClose} leave="Not now" act="Ask for changes" doing={{ busy, refusal }}>
        <TextField
          label="For whoever wrote it"
          rows={4}
          autoFocus
          value={note}
          onChange={setNote}
          help={
            open === 0
              ? 'Say what a family would stumble over.'
              : `${count(open, 'open comment')} on words of the page will be sent with it. Add something if you like.`
          }
          trouble={asked && missing ? 'Say in a few words what has to change.' : null}
        />
      </DialogForm>
    </DialogBox>
  )
}
