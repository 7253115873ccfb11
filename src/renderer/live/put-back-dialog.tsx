import { useState } from 'react'
import type { PublishRecord } from '../connection/answers.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { TextField } from '../ui/fields.tsx'
import { reasonTrouble } from '../words/reasons.ts'

interface PutBackDialogProps {
  record: PublishRecord
  /** When it was published, in words. */
  when: string
  onClose: () => void
  /** Puts it back; answers whether that was done. */
  onAct: (reason: string) => Promise<boolean>
}

/** An earlier site for families, with a reason that colleagues find in the log. Nothing is done before it is written. */
export function PutBackDialog({ record, when, onClose, onAct }: PutBackDialogProps) {
  const { me } = useOpened()
  const [reason, setReason, forget] = useKeptText(`put-back:${record.publish}`)
  const [asked, setAsked] = useState(false)
  const trouble = reasonTrouble(reason, 'in the log of publishes')

  async function submit() {
    setAsked(true)
    if (trouble !== null) return
    // It takes a while: its progress, and the way to stop it, are in the place behind.
    onClose()
    if (await onAct(reason.trim())) forget()
  }

  return (
    <DialogBox isOpen onClose={onClose} title={`Put back the site of ${when}?`}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>
          Families will see the site as it was then. Your pages here stay as they are, and you can publish them again.
          {me !== null && ` The log of publishes says that ${me.name} put it back, and why.`}
        </p>
        <TextField
          label="Why it is put back"
          rows={3}
          autoFocus
          value={reason}
          onChange={setReason}
          trouble={asked ? trouble : null}
        />
        <DialogActions>
          <Button onPress={onClose}>Leave it as it is</Button>
          <Button kind="main" type="submit">
            Put it back
          </Button>
        </DialogActions>
      </form>
    </DialogBox>
  )
}
