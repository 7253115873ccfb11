import { useEffect, useState } from 'react'

/** True once `active` has been true for so many milliseconds: for what need not be shown when it is over at once. */
export function useLasting(active: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!active) return
    const timer = setTimeout(() => setLasts(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [active, milliseconds])
  return active && lasts
}
