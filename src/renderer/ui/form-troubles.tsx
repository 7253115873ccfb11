import { CircleAlert } from 'lucide-react'
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef, useState } from 'react'

/** What is wrong in one field of a form, by the field's name: a whole sentence, as the summary says it away from the field. */
export interface FieldTrouble {
  field: string
  message: string
}

const Troubles = createContext<readonly FieldTrouble[]>([])

/** The fields inside say what is wrong in them, by their names. */
export const FormTroubles = Troubles

/** For a field: what its form says is wrong in it. */
export function useFormTrouble(field: string | undefined): string | null {
  return useContext(Troubles).find(each => each.field === field)?.message ?? null
}

/** For what holds fields and may be closed: whether something is wrong inside, by how their names begin. */
export function useTroubleInside(start: string): boolean {
  return useContext(Troubles).some(({ field }) => field.startsWith(start))
}

/** What a form told when somebody asked for the `turn`th time to keep it; nothing was asked yet at 0. */
export interface ToldTroubles {
  turn: number
  told: readonly FieldTrouble[]
}

export const nothingTold: ToldTroubles = { turn: 0, told: [] }

/**
 * What a form says is wrong: what was wrong when somebody asked to keep it, as it was said then. A line goes when its field
 * is mended, and none comes back or is said anew before somebody asks again: nobody is told of a word that is half typed.
 * The same as before where nothing changed.
 */
export function toldAfter(before: ToldTroubles, now: readonly FieldTrouble[], turn: number): ToldTroubles {
  if (before.turn !== turn) return turn === 0 ? nothingTold : { turn, told: now }
  const told = before.told.filter(({ field }) => now.some(each => each.field === field))
  return told.length === before.told.length ? before : { turn, told }
}

/** The same, for a form that counts how often it was asked. */
export function useToldTroubles(now: readonly FieldTrouble[], turn: number): readonly FieldTrouble[] {
  const [before, setBefore] = useState(nothingTold)
  const after = toldAfter(before, now, turn)
  if (after !== before) setBefore(after)
  return after.told
}

interface ErrorSummaryProps {
  troubles: readonly FieldTrouble[]
  /** Another number each time that somebody asks to keep the form: the summary then takes the focus. */
  turn: number
  form: RefObject<HTMLElement | null>
}

/** All that is wrong in a form, each with the way to its field; GOV.UK Design System, “Error summary”. */
export function ErrorSummary({ troubles, turn, form }: ErrorSummaryProps): ReactNode {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (turn === 0) return
    summary.current?.focus()
    summary.current?.scrollIntoView({ block: 'center' })
  }, [turn])
  if (troubles.length === 0) return null
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="error-summary">
      <h2>
        <CircleAlert className="icon" aria-hidden="true" /> There is a problem
      </h2>
      <ul>
        {troubles.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <button type="button" className="error-way" onClick={() => toField(form.current, field)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Into the field of that name, or the first of those whose names begin so, out of whatever is folded around it. */
export function toField(form: HTMLElement | null, field: string): HTMLElement | undefined {
  const name = CSS.escape(field)
  const found =
    form?.querySelector<HTMLElement>(`[name="${name}"]`) ??
    form?.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, textarea, button)`) ??
    form?.querySelector<HTMLElement>(`[name^="${name}"]`)
  for (let fold = found?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
  found?.focus({ preventScroll: true })
  found?.scrollIntoView({ block: 'center' })
  return found ?? undefined
}
