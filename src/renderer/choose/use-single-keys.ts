import { useEffect, useRef } from 'react'
import { useValue, valueStore } from '../state/value-store.ts'

/** Single keys can be in the way of speech control, so they can be turned off (WCAG 2.2 SC 2.1.4). */
export const singleKeysOn = valueStore(true)

/** Keys without Ctrl or Alt, by their letter in capitals; never where somebody is writing or choosing from a list. */
export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  const on = useValue(singleKeysOn)
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (!(target instanceof Element) || isWriting(target) || document.querySelector('.veil, .popover') !== null)
        return
      const run = latest.current[key.toUpperCase()]
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [on])
}

function isWriting(target: Element): boolean {
  return target.closest('input, textarea, select, [contenteditable="true"], [role="listbox"]') !== null
}
