import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import type { HeldBack } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'

/** Without a review, for a crisis line's new number: with a reason, which stays, and a task until somebody reviews it. */
export function UrgentDialog({ held, onClose }: { held: HeldBack; onClose: () => void }) {
  const [reason, setReason, forget] = useKeptText(`urgent:${held.id}`)
  const [asked, setAsked] = useState(false)
  const urgent = useAct(api.review.urgent)

  async function submit() {
    setAsked(true)
    if (reason.trim() === '') return
    if ((await urgent.run({ id: held.id, reason: reason.trim() })) === null) return
    forget()
    void urgent.sayDone(
      `“${held.title}” goes out with the next publish. It stays on the list until somebody reviews it.`,
      undefined,
      'warn',
    )
    onClose()
  }

  return (
    <DialogBox isOpen onClose={onClose} title={`Publish “${held.title}” without a review?`}>
      <DialogForm
        onSubmit={submit}
        onClose={onClose}
        leave="Wait for a review"
        act="Let it go out"
        kind="stop"
        doing={urgent}
      >
        <p>
          It goes out with the next publish. A colleague still has to review it, and it stays on their list until then.
        </p>
        <TextField
          label="Why it cannot wait"
          rows={3}
          autoFocus
          value={reason}
          onChange={setReason}
          trouble={asked && reason.trim() === '' ? 'Write the reason. It is kept with the page.' : null}
        />
      </DialogForm>
    </DialogBox>
  )
}
