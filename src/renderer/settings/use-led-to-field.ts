import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { toField } from '../ui/form-troubles.tsx'
import { keptInSight } from '../ui/use-led-to.ts'

/** Whoever was led to one field of the settings begins in it; see `settingPlace`. */
export function useLedToField(): void {
  const field: unknown = useSearch({ strict: false }).field
  useEffect(() => {
    if (typeof field !== 'string') return undefined
    const found = toField(document.querySelector<HTMLElement>('.settings-form'), field)
    if (found === undefined) return undefined
    // The place's own heading leaves the focus here.
    found.dataset.ledTo = ''
    return keptInSight(found)
  }, [field])
}
