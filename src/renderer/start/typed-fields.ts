import { useCallback } from 'react'
import { typingAtStart } from '../connection/typing.ts'
import { useKeptFields } from '../connection/use-kept.ts'
import { withoutSecrets } from './without-secrets.ts'

/**
 * What somebody typed into a form of the start, kept on this laptop until it is done, whatever is refused, closed or breaks
 * off meanwhile. Secrets are not put here.
 */
export function useTypedFields<Field extends string>(form: string, initial: Readonly<Record<Field, string>>) {
  const [fields, setFields, forget] = useKeptFields(form, initial, '', { words: typingAtStart, asKept: withoutSecrets })
  const set = useCallback(
    (field: Field) => (value: string) => setFields(now => ({ ...now, [field]: value })),
    [setFields],
  )
  return [fields, set, forget] as const
}
