import { useCallback, useState } from 'react'

/**
 * What somebody typed into a form of the start, kept while this window lives, whatever is refused or closed meanwhile.
 * Secrets are not put here.
 */
export function useTypedFields<Field extends string>(form: string, initial: Readonly<Record<Field, string>>) {
  const name = `typed:${form}`
  const [fields, setFields] = useState<Readonly<Record<Field, string>>>(() => ({ ...initial, ...read(name) }))
  const set = useCallback(
    (field: Field) => (value: string) =>
      setFields(now => {
        const next = { ...now, [field]: value }
        sessionStorage.setItem(name, JSON.stringify(next))
        return next
      }),
    [name],
  )
  return [fields, set] as const
}

function read(name: string): Record<string, string> {
  const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '{}')
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
