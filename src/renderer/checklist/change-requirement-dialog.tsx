import { useState } from 'react'
import type { ListChange, RequirementView } from '../../shared/contract/index.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { DialogActions, DialogBox } from '../ui/dialog.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'

interface ChangeRequirementDialogProps {
  checklist: string
  requirement: RequirementView
  onClose: () => void
}

/** The team's own words for a requirement, or why the team does not work with it. Its number stays, and so do its tags. */
export function ChangeRequirementDialog({ checklist, requirement, onClose }: ChangeRequirementDialogProps) {
  const { id } = requirement
  const [text, setText, forgetText] = useKeptText(`reword:${checklist}:${id}`, requirement.text)
  const [why, setWhy, forget] = useKeptText(`off:${checklist}:${id}`)
  const [switches, setSwitches] = useState(false)
  const change = useAct(api.lists.change)

  function leave() {
    forget()
    forgetText()
    onClose()
  }

  async function make(wanted: ListChange, sentence: string) {
    if ((await change.run({ checklist, change: wanted })) === null) return
    forget()
    forgetText()
    void change.sayDone(sentence)
    onClose()
  }

  function keep() {
    if (text.trim() === '' || text.trim() === requirement.text) onClose()
    else void make({ kind: 'reword', requirement: id, text: text.trim() }, `${id} has your words now.`)
  }

  function switchOff() {
    setSwitches(true)
    if (why.trim() !== '') void make({ kind: 'off', requirement: id, why: why.trim() }, `${id} is switched off.`)
  }

  return (
    <DialogBox isOpen onClose={onClose} title={`Change ${id}`}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          keep()
        }}
      >
        <TextField label="What it asks, in your words" rows={3} autoFocus value={text} onChange={setText} />
        <TextField
          label="Why you do not work with it, if you switch it off"
          rows={2}
          value={why}
          onChange={setWhy}
          trouble={switches && why.trim() === '' ? 'Say why, so that nobody has to ask.' : null}
        />
        <RefusalNotice refusal={change.refusal} />
        <DialogActions>
          <Button onPress={leave}>Leave it as it is</Button>
          <Button
            busy={change.busy}
            onPress={() =>
              void make({ kind: 'reword', requirement: id, text: null }, `${id} has its first words again.`)
            }
          >
            Its first words
          </Button>
          <Button busy={change.busy} onPress={switchOff}>
            Switch it off
          </Button>
          <Button kind="main" type="submit" busy={change.busy}>
            Keep the words
          </Button>
        </DialogActions>
      </form>
    </DialogBox>
  )
}
