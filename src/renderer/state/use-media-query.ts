import { useSyncExternalStore } from 'react'

export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    changed => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}

/** At 200% zoom of a laptop's window, the rail becomes a bar (WCAG 2.2 SC 1.4.10). */
export const narrowWindow = '(max-width: 860px)'
