import { type ReactNode, useState } from 'react'
import type { TextFieldProps } from 'react-aria-components'
import { type IsoDate, isoDateSchema } from '../../shared/content/ids.ts'
import { dayInWords } from '../../shared/review/dates.ts'
import { useNow } from '../state/use-now.ts'
import { dayTrouble, meaningOf, type Near, understood } from './day-typed.ts'
import { useToldToForm } from './days-of-form.tsx'
import { TextField } from './fields.tsx'

interface DateFieldProps extends Pick<TextFieldProps, 'autoFocus' | 'isReadOnly' | 'name' | 'onKeyDown'> {
  label: string
  help?: ReactNode
  trouble?: string | null
  /** Which day is meant where the year or the week is left out. */
  near?: Near
  /** `2027-04-03`; empty for none; or what was typed and is no day. */
  value: string
  /** For a form that looks at it when it is sent: what is no day comes as it was typed. */
  onChange?: (value: string) => void
  /** For what is kept at once: only days, and null where the field was emptied. */
  onDay?: (day: IsoDate | null) => void
}

/**
 * A day, with the day before the month in whatever language the browser speaks: it can be typed and pasted in any way that
 * people here write one, and is then shown with the month as a word, so that everybody sees which day was meant. Where
 * something of it had to be guessed, such as the year, a sentence says so.
 */
export function DateField(props: DateFieldProps) {
  const { value, onChange, onDay, trouble: ofForm = null, near = 'any', onKeyDown, ...rest } = props
  const today = isoDateSchema.parse(useNow().toLocaleDateString('sv-SE'))
  const asked = { today, near }
  const [typed, setTyped] = useState<string | null>(null)
  const [guessed, setGuessed] = useState<{ of: string; words: string } | null>(null)
  const [left, setLeft] = useState(true)
  const [known, setKnown] = useState(value)
  // Somebody else set it meanwhile: a colleague, or another field.
  if (value !== known) {
    setKnown(value)
    if (typed !== null && meaningOf(typed, asked) !== value) setTyped(null)
  }
  const text = typed ?? asWords(value)
  const trouble = dayTrouble(text, asked)
  const round = useToldToForm(rest.label, rest.name ?? rest.label, trouble)
  const [lastRound, setLastRound] = useState(round)
  if (round !== lastRound) {
    setLastRound(round)
    setTyped(null)
  }
  // What is guessed may be half of what is being typed, so it is kept when somebody is done with the field.
  const settle = () => {
    setLeft(true)
    if (typed === null || dayTrouble(typed, asked) !== null) return
    if (dayTrouble(typed) !== null) onDay?.(isoDateSchema.parse(meaningOf(typed, asked)))
    setTyped(null)
  }
  return (
    <TextField
      {...rest}
      value={text}
      placeholder="day/month/year"
      autoComplete="off"
      trouble={(left ? trouble : null) ?? ofForm}
      told={guessed !== null && (typed !== null || guessed.of === value) ? guessed.words : null}
      onChange={words => {
        setTyped(words)
        setLeft(false)
        const found = understood(words.trim(), asked)
        setGuessed(found?.guessed == null ? null : { of: found.day, words: found.guessed })
        onChange?.(meaningOf(words, asked))
        if (dayTrouble(words) === null) onDay?.(isoDateSchema.safeParse(meaningOf(words)).data ?? null)
      }}
      onBlur={settle}
      onKeyDown={event => {
        if (event.key === 'Enter') settle()
        onKeyDown?.(event)
      }}
    />
  )
}

function asWords(value: string): string {
  const day = isoDateSchema.safeParse(value).data
  return day === undefined ? value : dayInWords(day)
}
