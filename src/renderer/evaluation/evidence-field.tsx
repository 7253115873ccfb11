import { useState } from 'react'
import { isoDateSchema } from '../../shared/content/ids.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/fields.tsx'
import { RefusalNotice } from '../ui/notice.tsx'

/** A requirement about doing is met by what was done, with its day. */
export function EvidenceField({ checklist, requirement }: { checklist: string; requirement: string }) {
  const [what, setWhat, forget] = useKeptText(`done:${checklist}:${requirement}`)
  const [on, setOn, forgetDay] = useKeptText(`done-on:${checklist}:${requirement}`)
  const [asked, setAsked] = useState(false)
  const add = useAct(api.evaluation.addEvidence)
  const day = isoDateSchema.safeParse(on)

  async function submit() {
    setAsked(true)
    if (what.trim() === '' || !day.success) return
    const done = await add.run({ checklist, requirement, what: what.trim(), on: day.data })
    if (done === null) return
    void add.sayDone('The evidence is kept.')
    forget()
    forgetDay()
    setAsked(false)
  }

  return (
    <form
      className="form evaluation-evidence"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>Keep that it was done</h3>
      <TextField
        label="What was done, and where that can be seen"
        rows={2}
        value={what}
        onChange={setWhat}
        trouble={asked && what.trim() === '' ? 'Say what was done.' : null}
      />
      <DateField
        label="On which day"
        near="past"
        value={on}
        onChange={setOn}
        trouble={asked && !day.success ? 'Give the day on which it was done.' : null}
      />
      <RefusalNotice refusal={add.refusal} />
      <div className="actions">
        <Button type="submit" busy={add.busy} about={requirement}>
          Keep the evidence
        </Button>
      </div>
    </form>
  )
}
