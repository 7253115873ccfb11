import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from 'react'

/** What is typed in fields for days and is none: a form that keeps all of its fields at once asks for it before it keeps any. */
interface DaysOfForm {
  tell: (field: string, trouble: string | null) => void
  /** Another number once everything half typed is to be forgotten. */
  round: number
}

const Context = createContext<DaysOfForm | null>(null)

/** By field, what is wrong in it now; the same map where the field said nothing new. */
export function afterTelling(
  wrong: ReadonlyMap<string, string>,
  field: string,
  trouble: string | null,
): ReadonlyMap<string, string> {
  if ((wrong.get(field) ?? null) === trouble) return wrong
  const others = [...wrong].filter(([each]) => each !== field)
  return new Map(trouble === null ? others : [...others, [field, trouble]])
}

/** For the form: what is wrong with the first of its days, and how to forget what was half typed. */
export function useDaysOfForm() {
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map())
  const [round, setRound] = useState(0)
  const value = useMemo(
    (): DaysOfForm => ({
      round,
      tell: (field, trouble) => setWrong(before => afterTelling(before, field, trouble)),
    }),
    [round],
  )
  return {
    trouble: [...wrong.values()][0] ?? null,
    forgetTyped: () => setRound(before => before + 1),
    provide: (fields: ReactNode) => <Context value={value}>{fields}</Context>,
  }
}

/** For the field: tells the form around it, if there is one, and says whether what was half typed is to be forgotten. */
export function useToldToForm(label: string, trouble: string | null): number {
  const form = useContext(Context)
  const field = useId()
  const tell = form?.tell
  const words = trouble === null ? null : `${label}: ${trouble}`
  useEffect(() => {
    tell?.(field, words)
    return () => tell?.(field, null)
  }, [tell, field, words])
  return form?.round ?? 0
}
