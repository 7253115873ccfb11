import { useState } from 'react'
import { useAct } from '../activity/use-act.ts'
import type { HeldBack } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useOpened } from '../connection/session.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'
import { reasonTrouble } from '../words/reasons.ts'

/** Although checks stop it: these exact words, with a reason and a name, and a task until it is mended. */
export function AlthoughDialog({ held, onClose }: { held: HeldBack; onClose: () => void }) {
  const { me } = useOpened()
  const [reason, setReason, forget] = useKeptText(`although:${held.id}`)
  const [asked, setAsked] = useState(false)
  const although = useAct(api.live.although)
  const trouble = reasonTrouble(reason)

  async function submit() {
    setAsked(true)
    if (trouble !== null) return
    const { id, hash, mayGoAlthough: problems } = held
    if ((await although.run({ id, hash, problems, reason: reason.trim() })) === null) return
    forget()
    void although.sayDone(
      `No check stops these words of “${held.title}” now. They stay on the list until they are mended.`,
      undefined,
      'warn',
    )
    onClose()
  }

  return (
    <DialogBox isOpen onClose={onClose} title={`Publish “${held.title}” all the same?`}>
      <DialogForm onSubmit={submit} onClose={onClose} leave="Not now" act="Let it go out" kind="stop" doing={although}>
        <p>This is what families would meet:</p>
        <ul>
          {[...new Set(held.mayGoAlthough)].map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        <p>
          It is for exactly these words: any change to them ends it. They go out only once a colleague has approved
          them.
          {me !== null && ` What you write here is kept with the page, as said by ${me.name}.`}
        </p>
        <TextField
          label="Why it goes out all the same"
          rows={3}
          autoFocus
          value={reason}
          onChange={setReason}
          trouble={asked ? trouble : null}
        />
      </DialogForm>
    </DialogBox>
  )
}
