import { useEffect, useState } from 'react'

/** A value once it has not changed for a moment: what follows from it is not worked out at every key. */
export function useSettled<T>(value: T, pause = 400): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
