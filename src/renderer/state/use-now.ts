import { useEffect, useState } from 'react'

/** The clock of the screen, for “2 minutes ago”: moves on once in `every` milliseconds and on every return to the window. */
export function useNow(every = 30_000): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const tick = () => setNow(new Date())
    const timer = setInterval(tick, every)
    window.addEventListener('focus', tick)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', tick)
    }
  }, [every])
  return now
}
