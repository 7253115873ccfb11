import { type RefObject, useRef } from 'react'

/** For a list that opens further down the place: its heading takes the focus, so that nobody has to look for it. */
export function useTakenThere(): [RefObject<HTMLDivElement | null>, () => void] {
  const there = useRef<HTMLDivElement>(null)
  const take = () =>
    void requestAnimationFrame(() => {
      there.current?.querySelector('h2')?.focus()
      there.current?.scrollIntoView({ block: 'start' })
    })
  return [there, take]
}
