import { useState } from 'react'
import { isoDateSchema } from '../../shared/content/index.ts'
import { addDays } from '../../shared/review/dates.ts'
import { useAct } from '../activity/use-act.ts'
import type { WeekLine } from '../connection/answers.ts'
import { api } from '../connection/api.ts'
import { useKeptText } from '../connection/use-kept.ts'
import { useNow } from '../state/use-now.ts'
import { DateField } from '../ui/date-field.tsx'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { TextField } from '../ui/fields.tsx'
import { calendarDay } from '../words/dates.ts'
import { reasonTrouble } from '../words/reasons.ts'

interface PutOffDialogProps {
  line: WeekLine
  isOpen: boolean
  onClose: () => void
}

export function PutOffDialog({ line, isOpen, onClose }: PutOffDialogProps) {
  return (
    <DialogBox isOpen={isOpen} onClose={onClose} title={`Put off: ${line.title}`}>
      <PutOffForm line={line} onClose={onClose} />
    </DialogBox>
  )
}

/** Until when it can wait, and why: both are kept for everybody. */
function PutOffForm({ line: { about, key, title }, onClose }: Omit<PutOffDialogProps, 'isOpen'>) {
  const now = useNow()
  const today = isoDateSchema.parse(now.toLocaleDateString('sv-SE'))
  const [until, setUntil, forgetDay] = useKeptText(`put-off-until:${key}`, addDays(today, 14), '')
  const [reason, setReason, forget] = useKeptText(`put-off:${key}`)
  const [asked, setAsked] = useState(false)
  const putOff = useAct(api.week.putOff)
  const day = isoDateSchema.safeParse(until).data
  const troubles = { until: untilTrouble(day, today), reason: reasonTrouble(reason) }

  async function submit() {
    setAsked(true)
    if (day === undefined || about === null || troubles.until !== null || troubles.reason !== null) return
    if ((await putOff.run({ about, key, until: day, reason: reason.trim() })) === null) return
    forget()
    forgetDay()
    onClose()
    void putOff.sayDone(`“${title}” can wait until ${calendarDay(day, now)}.`)
  }

  return (
    <DialogForm onSubmit={submit} onClose={onClose} leave="Not now" act="Put it off" doing={putOff}>
      <TextField
        label="Why it can wait"
        rows={3}
        autoFocus
        value={reason}
        onChange={setReason}
        help="Your colleagues read this on the week’s list."
        trouble={asked ? troubles.reason : null}
      />
      <DateField
        label="The last day on which it waits"
        near="ahead"
        value={until}
        onChange={setUntil}
        trouble={asked ? troubles.until : null}
      />
    </DialogForm>
  )
}

function untilTrouble(day: string | undefined, today: string): string | null {
  if (day === undefined) return 'Choose a day.'
  return day <= today ? 'This day is not after today. Choose a later one.' : null
}
