import { useState } from 'react'
import { isoDateSchema } from '../../shared/content/index.ts'
import type { PageRow } from '../../shared/contract/index.ts'
import { addDays } from '../../shared/review/dates.ts'
import { useAct } from '../activity/use-act.ts'
import { api } from '../connection/api.ts'
import { useNow } from '../state/use-now.ts'
import { DateField } from '../ui/date-field.tsx'
import { DialogBox } from '../ui/dialog.tsx'
import { DialogForm } from '../ui/dialog-form.tsx'
import { count, listed } from '../words/counts.ts'
import { spreadTroubles } from './spread-troubles.ts'

interface SpreadDialogProps {
  rows: readonly PageRow[]
  what: 'page' | 'service'
  isOpen: boolean
  onClose: () => void
}

/** Gives each of the chosen pages a day of review between two days, evenly. */
export function SpreadDialog({ rows, what, isOpen, onClose }: SpreadDialogProps) {
  return (
    <DialogBox isOpen={isOpen} onClose={onClose} title={`Spread the reviews of ${count(rows.length, what)}`}>
      <SpreadForm rows={rows} what={what} onClose={onClose} />
    </DialogBox>
  )
}

function SpreadForm({ rows, what, onClose }: Omit<SpreadDialogProps, 'isOpen'>) {
  const today = isoDateSchema.parse(useNow().toLocaleDateString('sv-SE'))
  const [from, setFrom] = useState<string>(today)
  const [to, setTo] = useState<string>(addDays(today, 91))
  const [asked, setAsked] = useState(false)
  const spread = useAct(api.week.spread)
  const days = { from: isoDateSchema.safeParse(from).data, to: isoDateSchema.safeParse(to).data }
  const troubles = spreadTroubles(days, today)

  async function submit() {
    setAsked(true)
    if (days.from === undefined || days.to === undefined || troubles.from !== null || troubles.to !== null) return
    const done = await spread.run({ ids: rows.map(({ id }) => id), from: days.from, to: days.to })
    if (done === null) return
    onClose()
    void spread.sayDone(`The reviews of ${count(done.pages, what)} are spread. No word of them changed.`)
  }

  return (
    <DialogForm onSubmit={submit} onClose={onClose} leave="Leave them as they are" act="Spread them" doing={spread}>
      <p className="soft">
        {listed(
          rows.map(({ title }) => `“${title || 'Without a title'}”`),
          3,
        )}
      </p>
      <DateField
        label="From"
        near="ahead"
        autoFocus
        value={from}
        onChange={setFrom}
        trouble={asked ? troubles.from : null}
      />
      <DateField
        label="To"
        value={to}
        onChange={setTo}
        help="What is late comes first. School holidays are left out, as the team decided under Settings."
        trouble={asked ? troubles.to : null}
      />
    </DialogForm>
  )
}
