import { useEffect, useRef, useState } from 'react'

/** The address follows when the typing pauses. */
const pause = 300

/**
 * What stands in a search field. It is the field's own while somebody types, because an address changes too late for
 * fast fingers; `kept` is what the address holds, and wins when it changes by itself (back, a link).
 */
export function useFindText(kept: string, keep: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(kept)
  const written = useRef(kept)
  const latest = useRef(keep)
  useEffect(() => {
    latest.current = keep
  })
  useEffect(() => {
    if (kept === written.current) return
    written.current = kept
    setText(kept)
  }, [kept])
  useEffect(() => {
    if (text === written.current) return
    const timer = setTimeout(() => {
      written.current = text
      latest.current(text)
    }, pause)
    return () => clearTimeout(timer)
  }, [text])
  return [text, setText]
}
