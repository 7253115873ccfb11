import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { earlierNotices } from '../state/earlier-words.ts'
import { type KeptForm, keptForm } from '../state/kept-form.ts'
import type { TypedWords } from '../state/typed-words.ts'
import { sayUntilClosed } from '../ui/toasts.tsx'
import { typing } from './typing.ts'

export interface KeptWhere<T> {
  /** The workspace's, unless it is a form of the start. */
  words?: TypedWords
  /** What of it may stand on the disk, undefined for nothing; without it, all. */
  asKept?: (value: T) => T | undefined
}

export type Kept<T> = [
  value: T,
  set: (next: T | ((now: T) => T)) => void,
  /**
   * Once `sent` is where it belongs: what was typed since then stays. Without it, all is let go. `shown` stands in the form
   * then. From the disk it goes only after `safe`, where it is on its way to another place.
   */
  forget: (sent?: T, shown?: T, safe?: Promise<unknown>) => void,
]

/**
 * State of a form that outlives its screen, this window and the program: kept under `name` on this laptop until it is
 * forgotten, which is when it was sent where it belongs, or let go on purpose. `isOne` says whether what was kept, perhaps
 * by an older Signpost, still is what the form holds. It was typed over something (`over`, what the form began with): where
 * that is another thing by now, the newer stands, and a notice has what the person had written until it is dealt with.
 */
export function useKept<T>(
  name: string,
  isOne: (value: unknown) => value is T,
  initial: T,
  over = JSON.stringify(initial),
  { words = typing, asKept }: KeptWhere<T> = {},
): Kept<T> {
  const open = () => keptForm({ words, name, isOne, initial, over, ...(asKept && { asKept }) })
  const [, showAgain] = useReducer((turn: number) => turn + 1, 0)
  const [opened, setOpened] = useState<KeptForm<T>>(open)
  const form = opened.name === name ? opened : open()
  if (form !== opened) setOpened(form)
  form.follow(over)
  useTellOfEarlier(form, showAgain)
  const set = useCallback(
    (next: T | ((now: T) => T)) => {
      // Two changes of one event are made one upon the other.
      form.set(isChange(next) ? next(form.value()) : next)
      showAgain()
    },
    [form],
  )
  const forget: Kept<T>[2] = (sent, shown, safe) => {
    form.forget(sent, shown, safe)
    showAgain()
  }
  return [form.value(), set, forget]
}

/** While the form is open; closing the notice puts nothing away, and it is there again with the form. */
function useTellOfEarlier<T>(form: KeptForm<T>, showAgain: () => void) {
  const closing = useRef<(() => void)[]>([])
  useEffect(() => {
    const close = () => {
      for (const each of closing.current.splice(0)) each()
    }
    const tell = () => {
      close()
      closing.current = earlierNotices(form, () => {
        tell()
        showAgain()
      }).map(notice => sayUntilClosed(notice.sentence, 'warn', notice))
    }
    tell()
    return close
  }, [form, showAgain])
}

/** What somebody is typing into one field: a comment, an answer, a reason. */
export function useKeptText(name: string, initial = '', over?: string): Kept<string> {
  return useKept(name, isText, initial, over)
}

/** The same for several fields that are typed together, each a text or a tick. */
export function useKeptFields<T extends object>(
  name: string,
  initial: T,
  over?: string,
  where?: KeptWhere<T>,
): Kept<T> {
  return useKept(name, (value): value is T => isLike(initial, value), initial, over, where)
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
