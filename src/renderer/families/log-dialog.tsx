import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
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
  const [typed, setTyped] = useState<TypedDetails>({ ...noDetails, owner: me?.email ?? '' })
  const [asked, setAsked] = useState(false)
  const add = useAct(api.feedback.add)
  const { details, trouble } = checked(typed)

  async function submit() {
    setAsked(true)
    if (details === null) return
    const added = await add.run(details)
    if (added === null) return
    void add.sayDone(
      added.same === null ? 'The comment is logged.' : `The comment is logged. One of ${added.same} is much like it.`,
    )
    onClose()
  }

  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <DetailsFields typed={typed} onChange={setTyped} trouble={asked ? trouble : {}} />
      <RefusalNotice refusal={add.refusal} />
      <DialogActions>
        <Button onPress={onClose}>Do not log it</Button>
        <Button kind="main" type="submit" busy={add.busy}>
          Log the comment
        </Button>
      </DialogActions>
    </form>
  )
}
