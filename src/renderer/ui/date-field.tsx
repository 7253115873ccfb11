import { type ReactNode, useState } from 'react'
import type { TextFieldProps } from 'react-aria-components'
import { type IsoDate, isoDateSchema } from '../../shared/content/ids.ts'
import { dayInWords } from '../../shared/review/dates.ts'
import { dayTrouble, meaningOf } from './day-typed.ts'
import { useToldToForm } from './days-of-form.tsx'
import { TextField } from './fields.tsx'

interface DateFieldProps extends Pick<TextFieldProps, 'autoFocus' | 'isReadOnly' | 'onKeyDown'> {
  label: string
  help?: ReactNode
  trouble?: string | null
  /** `2027-04-03`; empty for none; or what was typed and is no day. */
  value: string
  /** For a form that looks at it when it is sent: what is no day comes as it was typed. */
  onChange?: (value: string) => void
  /** For what is kept at once: only days, and null where the field was emptied. */
  onDay?: (day: IsoDate | null) => void
}

/**
 * A day, with the day before the month in whatever language the browser speaks: it can be typed and pasted in any way that
 * people here write one, and is then shown with the month as a word, so that everybody sees which day was meant.
 */
export function DateField({ value, onChange, onDay, trouble: ofForm = null, ...rest }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(true)
  const [known, setKnown] = useState(value)
  // Somebody else set it meanwhile: a colleague, or another field.
  if (value !== known) {
    setKnown(value)
    if (typed !== null && meaningOf(typed) !== value) setTyped(null)
  }
  const text = typed ?? asWords(value)
  const trouble = dayTrouble(text)
  const round = useToldToForm(rest.label, trouble)
  const [lastRound, setLastRound] = useState(round)
  if (round !== lastRound) {
    setLastRound(round)
    setTyped(null)
  }
  return (
    <TextField
      {...rest}
      value={text}
      placeholder="day/month/year"
      autoComplete="off"
      trouble={(left ? trouble : null) ?? ofForm}
      onChange={words => {
        setTyped(words)
        setLeft(false)
        const meaning = meaningOf(words)
        onChange?.(meaning)
        if (dayTrouble(meaning) === null) onDay?.(isoDateSchema.safeParse(meaning).data ?? null)
      }}
      onBlur={() => {
        setLeft(true)
        if (typed !== null && dayTrouble(typed) === null) setTyped(null)
      }}
    />
  )
}

function asWords(value: string): string {
  const day = isoDateSchema.safeParse(value).data
  return day === undefined ? value : dayInWords(day)
}
