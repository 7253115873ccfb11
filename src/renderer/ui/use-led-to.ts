import { type RefObject, useEffect, useRef } from 'react'

interface LedTo {
  ref: RefObject<HTMLLIElement | null>
  tabIndex?: -1
  'aria-current'?: true
}

/**
 * For the one line of a place that somebody was led to: it comes into sight and has the focus, so that a screen reader
 * begins there (WCAG 2.2 SC 2.4.3), and stays marked for the eye.
 */
export function useLedTo(isIt: boolean): LedTo {
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isIt) return
    ref.current?.focus({ preventScroll: true })
    ref.current?.scrollIntoView({ block: 'center' })
  }, [isIt])
  return isIt ? { ref, tabIndex: -1, 'aria-current': true } : { ref }
}
