import { useState } from 'react'
import type { CommentView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { checked, DetailsFields, type TypedDetails } from './details-fields.tsx'

/** Corrects what was noted of a comment; only what differs is written, beside what a colleague changed meanwhile. */
export function ChangeDialog({ view: { comment }, onClose }: { view: CommentView; onClose: () => void }) {
  const { id, actions: _actions, said: _said, ...before } = comment
  const [typed, setTyped, forget] = useKeptFields<TypedDetails>(`comment:${id}`, before)
  const [asked, setAsked] = useState(false)
  const change = useAct(api.feedback.change)
  const { details, trouble } = checked(typed)

  function leave() {
    forget()
    onClose()
  }

  async function submit() {
    setAsked(true)
    if (details === null) return
    const was = before as Record<string, unknown>
    const differs = Object.entries(details).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]),
    )
    if (differs.length > 0) {
      if ((await change.run({ id, details: Object.fromEntries(differs) })) === null) return
      void change.sayDone('What was noted is changed.')
    }
    leave()
  }

  return (
    <DialogBox isOpen onClose={onClose} title="Change what was noted">
      <DialogForm onSubmit={submit} onClose={leave} leave="Leave it as it is" act="Keep the changes" doing={change}>
        <DetailsFields typed={typed} onChange={setTyped} trouble={asked ? trouble : {}} />
      </DialogForm>
    </DialogBox>
  )
}
