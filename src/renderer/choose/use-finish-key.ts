import { useEffect, useRef } from 'react'
import { onMac } from '../state/platform.ts'
import { isShortcut } from '../words/shortcuts.ts'

/** Ctrl and Enter finish from anywhere on this screen, from the middle of writing too. */
export function useFinishKey(finish: () => void): void {
  const latest = useRef(finish)
  useEffect(() => {
    latest.current = finish
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!isShortcut(event, 'Mod+Enter', onMac) || document.querySelector('.veil') !== null) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    // Before the text that is written, where the same keys would begin a new line.
    window.addEventListener('keydown', pressed, { capture: true })
    return () => window.removeEventListener('keydown', pressed, { capture: true })
  }, [])
}
