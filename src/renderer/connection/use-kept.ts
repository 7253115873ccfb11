import { useCallback, useEffect, useRef, useState } from 'react'
import { begunIn, keptAs, wordsIn } from '../state/begun.ts'
import { sayUntilClosed } from '../ui/toasts.tsx'
import { typing } from './typing.ts'

export type Kept<T> = [
  value: T,
  set: (next: T | ((now: T) => T)) => void,
  /** Once `sent` is where it belongs: what was typed since then stays. Without it, all is let go. `shown` stands in the form then. */
  forget: (sent?: T, shown?: T) => void,
]

/**
 * State of a form that outlives its screen, this window and the program: kept under `name` on this laptop until it is
 * forgotten, which is when it was sent where it belongs, or let go on purpose. `isOne` says whether what was kept, perhaps
 * by an older Signpost, still is what the form holds. It was typed over something (`over`, what the form began with): where
 * that is another thing by now, the newer stands, and the person is told what they had written.
 */
export function useKept<T>(
  name: string,
  isOne: (value: unknown) => value is T,
  initial: T,
  over = JSON.stringify(initial),
): Kept<T> {
  // As it was when the form opened: what a colleague changes while somebody types here makes none of it old.
  const [begun] = useState(() => begunIn(typing.read(name), over, isOne))
  const [value, setState] = useState<T>(begun !== null && !begun.isStale ? begun.value : initial)
  useEffect(() => {
    if (begun === null || !begun.isStale) return
    const words = wordsIn(begun.value)
    if (words !== '')
      sayUntilClosed(`This was changed since you began to write here. You had written: “${words}”`, 'warn')
    typing.forget(name)
  }, [name, begun])
  /** Two changes of one event are made one upon the other. */
  const newest = useRef(value)
  const typedOver = useRef(over)
  const set = useCallback(
    (next: T | ((now: T) => T)) => {
      newest.current = isChange(next) ? next(newest.current) : next
      typing.write(name, keptAs(typedOver.current, newest.current))
      setState(newest.current)
    },
    [name],
  )
  const forget = (sent?: T, shown = sent === undefined ? initial : sent) => {
    if (sent !== undefined && JSON.stringify(newest.current) !== JSON.stringify(sent)) {
      // From now on it is typed over what was sent.
      if (initial !== null) typedOver.current = JSON.stringify(sent)
      set(newest.current)
      return
    }
    typing.forget(name)
    newest.current = shown
    setState(shown)
  }
  return [value, set, forget]
}

/** What somebody is typing into one field: a comment, an answer, a reason. */
export function useKeptText(name: string, initial = ''): Kept<string> {
  return useKept(name, isText, initial)
}

/** The same for several fields that are typed together, each a text or a tick. */
export function useKeptFields<T extends object>(name: string, initial: T, over?: string): Kept<T> {
  return useKept(name, (value): value is T => isLike(initial, value), initial, over)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isChange<T>(next: T | ((now: T) => T)): next is (now: T) => T {
  return typeof next === 'function'
}

/** Has the same fields, each of the same kind. */
function isLike(like: object, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const kinds = (fields: object) =>
    JSON.stringify(
      Object.entries(fields)
        .map(([name, each]) => [name, typeof each])
        .sort(),
    )
  return kinds(like) === kinds(value)
}
