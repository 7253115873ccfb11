import { useState } from 'react'
import type { SaidOfGap } from '../../shared/checklist/index.ts'
import type { GapView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { OwnerSelect } from '../ui/owner-select.tsx'

interface GapDialogProps {
  checklist: string
  gap: GapView
  onClose: () => void
}

/** Who sees to a gap and what comes next; or why nothing is left to do. */
export function GapDialog({ checklist, gap, onClose }: GapDialogProps) {
  const [owner, setOwner] = useState(gap.owner)
  const [action, setAction, forgetAction] = useKeptText(`next:${checklist}:${gap.id}`, gap.action)
  const [reason, setReason, forget] = useKeptText(`gap:${checklist}:${gap.id}`)
  const [closes, setCloses] = useState(false)
  const sayOfGap = useAct(api.evaluation.sayOfGap)

  function leave() {
    forget()
    forgetAction()
    onClose()
  }

  async function say(said: SaidOfGap, sentence: string) {
    if ((await sayOfGap.run({ checklist, gap: gap.id, seen: gap.seen, said })) === null) return
    forget()
    forgetAction()
    void sayOfGap.sayDone(sentence)
    onClose()
  }

  function keep() {
    const said: SaidOfGap = {
      ...(owner !== gap.owner && { owner }),
      ...(action.trim() !== gap.action && { action: action.trim() }),
    }
    if (Object.keys(said).length === 0) onClose()
    else void say(said, `Kept for “${gap.label}”.`)
  }

  function close() {
    setCloses(true)
    if (reason.trim() !== '') void say({ closed: reason.trim() }, `“${gap.label}” is closed.`)
  }

  return (
    <DialogBox isOpen onClose={onClose} title={gap.label}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          keep()
        }}
      >
        <p>{gap.why}</p>
        <OwnerSelect label="Who sees to it" value={owner} onChoose={setOwner} />
        <TextField label="What comes next" rows={2} autoFocus value={action} onChange={setAction} />
        {gap.status !== 'closed' && (
          <TextField
            label="Why nothing is left to do, if you close it"
            help="It closes by itself once live pages answer all of it."
            rows={2}
            value={reason}
            onChange={setReason}
            trouble={closes && reason.trim() === '' ? 'Say why, so that nobody has to ask.' : null}
          />
        )}
        <RefusalNotice refusal={sayOfGap.refusal} />
        <DialogActions>
          <Button onPress={leave}>Leave it as it is</Button>
          {gap.closed !== null && (
            <Button busy={sayOfGap.busy} onPress={() => void say({ closed: null }, `“${gap.label}” is open again.`)}>
              Open it again
            </Button>
          )}
          {gap.status !== 'closed' && (
            <Button busy={sayOfGap.busy} onPress={close}>
              Close the gap
            </Button>
          )}
          <Button kind="main" type="submit" busy={sayOfGap.busy}>
            Keep
          </Button>
        </DialogActions>
      </form>
    </DialogBox>
  )
}
