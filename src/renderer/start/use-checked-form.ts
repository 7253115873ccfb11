import { type FormEvent, useRef, useState } from 'react'
import { firstTrouble, type Troubles } from './missing.ts'

/** Says what is missing only when somebody is done, and takes them to the first field that needs something. */
export function useCheckedForm(troubles: Troubles, order: readonly string[], onReady: () => void) {
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  return {
    form,
    trouble: (field: string) => (asked ? (troubles[field] ?? null) : null),
    onSubmit: (event: FormEvent) => {
      event.preventDefault()
      setAsked(true)
      const first = firstTrouble(troubles, order)
      if (first === undefined) return onReady()
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    },
  }
}
