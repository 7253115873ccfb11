import { useCallback, useRef, useState } from 'react'
import { typing } from './typing.ts'

/** `forget` leaves `shown` in the form, or what it began with. */
export type Kept<T> = [value: T, set: (next: T | ((now: T) => T)) => void, forget: (shown?: T) => void]

/**
 * State of a form that outlives its screen, this window and the program: kept under `name` on this laptop until it is
 * forgotten, which is when it was sent where it belongs, or let go on purpose. `isOne` says whether what was kept, perhaps
 * by an older Signpost, still is what the form holds.
 */
export function useKept<T>(name: string, isOne: (value: unknown) => value is T, initial: T): Kept<T> {
  const [value, setState] = useState<T>(() => {
    const kept = parsed(typing.read(name))
    return isOne(kept) ? kept : initial
  })
  /** Two changes of one event are made one upon the other. */
  const newest = useRef(value)
  const set = useCallback(
    (next: T | ((now: T) => T)) => {
      newest.current = isChange(next) ? next(newest.current) : next
      typing.write(name, JSON.stringify(newest.current))
      setState(newest.current)
    },
    [name],
  )
  const forget = (shown = initial) => {
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
export function useKeptFields<T extends object>(name: string, initial: T): Kept<T> {
  return useKept(name, (value): value is T => isLike(initial, value), initial)
}

function isChange<T>(next: T | ((now: T) => T)): next is (now: T) => T {
  return typeof next === 'function'
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
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

function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}
