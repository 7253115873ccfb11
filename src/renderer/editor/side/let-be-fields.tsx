import { useState } from 'react'
import { type IsoDate, isoDateSchema } from '../../../shared/content/index.ts'
import { addInterval } from '../../../shared/review/dates.ts'
import { useOpened } from '../../connection/session.ts'
import { useKeptText } from '../../connection/use-kept.ts'
import { useNow } from '../../state/use-now.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/fields.tsx'
import { troubleIn } from './dismiss-trouble.ts'

/** Long enough to be left in peace, short enough that somebody looks again. */
const usually = '1 year'

export interface LetBe {
  reason: string
  setReason: (reason: string) => void
  until: string
  setUntil: (until: string) => void
  /** What is missing, once it was asked for. */
  trouble: ReturnType<typeof troubleIn>
  /** What to keep; null where something is missing, which the fields then say. */
  wish(): { reason: string; until: IsoDate | null } | null
  forget(): void
}

/** Why a problem is let be, and until when; what was typed is kept under `key` until it is done. */
export function useLetBe(key: string): LetBe {
  const today = isoDateSchema.parse(useNow().toLocaleDateString('sv-SE'))
  const [reason, setReason, forget] = useKeptText(key)
  const [until, setUntil, forgetDay] = useKeptText(`${key}:until`, addInterval(today, usually) ?? '', '')
  const [asked, setAsked] = useState(false)
  const trouble = troubleIn({ reason, until, today })
  return {
    reason,
    setReason,
    until,
    setUntil,
    trouble: asked ? trouble : { reason: null, until: null },
    wish() {
      setAsked(true)
      if (trouble.reason !== null || trouble.until !== null) return null
      return { reason: reason.trim(), until: isoDateSchema.nullable().parse(until || null) }
    },
    forget() {
      forget()
      forgetDay()
    },
  }
}

export function LetBeFields({ letBe }: { letBe: LetBe }) {
  const { me } = useOpened()
  return (
    <>
      <TextField
        label="Why it is not a problem here"
        rows={3}
        autoFocus
        value={letBe.reason}
        onChange={letBe.setReason}
        trouble={letBe.trouble.reason}
        help="Whoever reviews the page reads this."
      />
      <DateField
        label="Until"
        near="ahead"
        value={letBe.until}
        onChange={letBe.setUntil}
        trouble={letBe.trouble.until}
        help="After this day it is shown again. Empty: for as long as these words stay."
      />
      <p className="soft">
        {me === null ? 'It is kept with the page, with your name.' : `It is kept with the page, as said by ${me.name}.`}{' '}
        It comes back by itself when these words change.
      </p>
    </>
  )
}
