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
    if (!isIt) return undefined
    const line = ref.current
    line?.focus({ preventScroll: true })
    return line === null ? undefined : keptInSight(line)
  }, [isIt])
  return isIt ? { ref, tabIndex: -1, 'aria-current': true } : { ref }
}

/** What is above it may still be read and push it away: until somebody moves on by themselves it is brought back. */
export function keptInSight(line: HTMLElement): () => void {
  const show = () => line.scrollIntoView({ block: 'center' })
  const watch = new ResizeObserver(show)
  const stop = () => {
    watch.disconnect()
    for (const move of moves) window.removeEventListener(move, stop)
  }
  watch.observe(line.closest('.place') ?? line)
  for (const move of moves) window.addEventListener(move, stop, { passive: true })
  show()
  return stop
}

const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
