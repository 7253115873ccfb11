import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { useNow } from '../state/use-now.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { checked, DetailsFields, noDetails, type TypedDetails } from './details-fields.tsx'

/** Logs one comment, from whatever way it came. */
export function LogDialog({ onClose }: { onClose: () => void }) {
  return (
    <DialogBox isOpen onClose={onClose} title="Log a comment">
      <LogForm onClose={onClose} />
    </DialogBox>
  )
}

function LogForm({ onClose }: { onClose: () => void }) {
  const { me } = useOpened()
  const today = useNow().toLocaleDateString('sv-SE')
  const first: TypedDetails = { ...noDetails, received: today, owner: me?.email ?? '' }
  const [typed, setTyped, forget] = useKeptFields('comment', first, '')
  const [asked, setAsked] = useState(false)
  const add = useAct(api.feedback.add)
  const { details, trouble } = checked(typed)

  async function submit() {
    setAsked(true)
    if (details === null) return
    const added = await add.run(details)
    if (added === null) return
    forget()
    void add.sayDone(
      added.same === null ? 'The comment is logged.' : `The comment is logged. One of ${added.same} is much like it.`,
    )
    onClose()
  }

  return (
    <DialogForm
      onSubmit={submit}
      onClose={() => {
        forget()
        onClose()
      }}
      leave="Do not log it"
      act="Log the comment"
      doing={add}
    >
      <DetailsFields typed={typed} onChange={setTyped} trouble={asked ? trouble : {}} />
    </DialogForm>
  )
}
