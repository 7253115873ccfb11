import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from 'react'
import type { FieldTrouble } from './form-troubles.tsx'

/** What is typed in fields for days and is none: a form that keeps all of its fields at once asks for it before it keeps any. */
interface DaysOfForm {
  tell: (field: string, trouble: FieldTrouble | null) => void
  /** Another number once everything half typed is to be forgotten. */
  round: number
}

const Context = createContext<DaysOfForm | null>(null)

/** By field, what is wrong in it now; the same map where the field said nothing new. */
export function afterTelling(
  wrong: ReadonlyMap<string, FieldTrouble>,
  field: string,
  trouble: FieldTrouble | null,
): ReadonlyMap<string, FieldTrouble> {
  const before = wrong.get(field) ?? null
  if (before?.message === trouble?.message && before?.field === trouble?.field) return wrong
  const others = [...wrong].filter(([each]) => each !== field)
  return new Map(trouble === null ? others : [...others, [field, trouble]])
}

/** For the form: what is wrong with its days, and how to forget what was half typed. */
export function useDaysOfForm() {
  const [wrong, setWrong] = useState<ReadonlyMap<string, FieldTrouble>>(new Map())
  const [round, setRound] = useState(0)
  const value = useMemo(
    (): DaysOfForm => ({
      round,
      tell: (field, trouble) => setWrong(before => afterTelling(before, field, trouble)),
    }),
    [round],
  )
  return {
    troubles: [...wrong.values()],
    forgetTyped: () => setRound(before => before + 1),
    provide: (fields: ReactNode) => <Context value={value}>{fields}</Context>,
  }
}

/** For the field: tells the form around it, if there is one, and says whether what was half typed is to be forgotten. */
export function useToldToForm(label: string, name: string, trouble: string | null): number {
  const form = useContext(Context)
  const field = useId()
  const tell = form?.tell
  const words = trouble === null ? null : `${label}: ${trouble}`
  useEffect(() => {
    tell?.(field, words === null ? null : { field: name, message: words })
    return () => tell?.(field, null)
  }, [tell, field, name, words])
  return form?.round ?? 0
}
