import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * A row that is done goes away, and the button with it that had the focus: the keyboard would start again at the top of
 * the window. The part's heading takes the focus instead (WCAG 2.2 SC 2.4.3). React tells of no blur when it takes an
 * element away, so a part that had the focus last and has lost it to the body has lost it so. What closed just now gives
 * its focus back with the next frame, and goes first.
 */
export function useKeptFocus(heading: RefObject<HTMLElement | null>) {
  const inside = useRef(false)
  useEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) heading.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  })
  return {
    onFocus: () => {
      inside.current = true
    },
    onBlur: (event: FocusEvent) => {
      inside.current = event.currentTarget.contains(event.relatedTarget)
    },
  }
}
