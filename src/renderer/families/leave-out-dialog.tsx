import { useState } from 'react'
import type { CommentView } from '../../shared/contract/index.ts'
import { type Exclusion, exclusions } from '../../shared/feedback/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'
import { RadioField } from '../ui/select.tsx'
import { exclusionWords } from './words.ts'

/** Not to publish a comment takes one of the two reasons of the law, and words that can be defended. */
export function LeaveOutDialog({ view, onClose }: { view: CommentView; onClose: () => void }) {
  const [because, setBecause] = useState<Exclusion>('one-person')
  const [why, setWhy, forget] = useKeptText(`leave-out:${view.comment.id}`)
  const [asked, setAsked] = useState(false)
  const leave = useAct(api.feedback.leaveOut)

  async function submit() {
    setAsked(true)
    if (why.trim() === '') return
    if ((await leave.run({ id: view.comment.id, because, why })) === null) return
    forget()
    void leave.sayDone('The comment is left out. Who decided and why is kept.')
    onClose()
  }

  return (
    <DialogBox isOpen onClose={onClose} title="Leave this comment out">
      <DialogForm onSubmit={submit} onClose={onClose} leave="Keep it in" act="Leave it out" doing={leave}>
        <p className="soft">
          The council has to publish the comments that it gets, and its answers. The law excuses two kinds and no other
          (SEND Regulations 2014, regulation 56(4)).
        </p>
        <RadioField
          label="Why it may be left out"
          value={because}
          onChange={value => setBecause(value as Exclusion)}
          options={exclusions.map(value => ({ value, ...exclusionWords[value] }))}
        />
        <TextField
          label="How you came to that"
          help="Kept with your name and today’s date, for whoever asks later."
          rows={3}
          value={why}
          onChange={setWhy}
          trouble={asked && why.trim() === '' ? 'Say in a sentence why this one is such a comment.' : null}
        />
      </DialogForm>
    </DialogBox>
  )
}
