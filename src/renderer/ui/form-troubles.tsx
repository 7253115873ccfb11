import { CircleAlert } from 'lucide-react'
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react'

/** What is wrong in one field of a form, by the field's name; `label` is what the summary calls it, where the sentence does not say. */
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

/** The field of that name, or the first of those whose names begin so. */
export function toField(form: HTMLElement | null, field: string): void {
  const name = CSS.escape(field)
  const found =
    form?.querySelector<HTMLElement>(`[name="${name}"]`) ??
    form?.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, textarea, button)`) ??
    form?.querySelector<HTMLElement>(`[name^="${name}"]`)
  found?.focus({ preventScroll: true })
  found?.scrollIntoView({ block: 'center' })
}
