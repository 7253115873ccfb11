import { begunIn, keptAs, keptEarlier, wordsIn } from './begun.ts'
import type { TypedWords } from './typed-words.ts'

/** A form whose words outlive its screen, outside React: kept under `name` until they are sent, or let go on purpose. */
export interface KeptForm<T> {
  readonly name: string
  value(): T
  set(next: T): void
  /**
   * Once `sent` is where it belongs: what was typed since then stays. Without it, all is let go. `shown` stands there then.
   * From the disk it goes only after `safe`, where it is on its way to another place.
   */
  forget(sent?: T, shown?: T, safe?: Promise<unknown>): void
  /** Words of this form that were written over something that is another thing by now. */
  earlier(): readonly unknown[]
  canHold(earlier: unknown): earlier is T
  /** They stand in the form again; what was typed there since takes their place among the earlier ones. */
  putIn(earlier: T): void
  letGo(earlier: unknown): void
  /** What the form shows while nothing is typed in it, where it follows what colleagues say. */
  follow(over: string): void
}

export interface KeptFormOf<T> {
  words: TypedWords
  name: string
  /** Whether what was kept, perhaps by an older Signpost, still is what the form holds. */
  isOne: (value: unknown) => value is T
  /** Null for a form that shows what stands there until somebody types. */
  initial: T
  /** What is typed over; where that is another thing when the form opens again, the newer stands in it. */
  over: string
  /** What of it may stand on the disk, undefined for nothing; without it, all. */
  asKept?: (value: T) => T | undefined
}

export function keptForm<T>({ words, name, isOne, initial, over, asKept = same }: KeptFormOf<T>): KeptForm<T> {
  // As it was when the form opened: what a colleague changes while somebody types here makes none of it old.
  const begun = begunIn(words.read(name), over, isOne)
  let typed: T | undefined = begun.value
  let shown = initial
  let earlier = begun.earlier
  let typedOver = over

  const keep = () => {
    const value = typed === undefined ? undefined : asKept(typed)
    const kept = value === undefined ? keptEarlier(earlier) : keptAs(typedOver, value, earlier)
    if (kept === undefined) words.forget(name)
    else words.write(name, kept)
  }
  const without = (one: unknown) => earlier.filter(each => each !== one)

  return {
    name,
    value: () => (typed === undefined ? shown : typed),
    set(next) {
      typed = next
      keep()
    },
    forget(sent, stands = sent === undefined ? initial : sent, safe) {
      const isMore = sent !== undefined && typed !== undefined && !isSame(typed, sent)
      // From now on it is typed over what was sent.
      if (sent !== undefined && initial !== null) typedOver = JSON.stringify(sent)
      if (!isMore) {
        typed = undefined
        shown = stands
      }
      if (safe === undefined || typed !== undefined) keep()
      else if (earlier.length === 0) words.forget(name, safe)
      else safe.then(keep, () => undefined)
    },
    earlier: () => earlier,
    canHold: isOne,
    putIn(one) {
      // It comes to the disk and into a notice from here.
      const now = typed === undefined ? undefined : asKept(typed)
      earlier = [...without(one), ...(wordsIn(now) === '' || isSame(now, one) ? [] : [now])]
      typed = one
      keep()
    },
    letGo(one) {
      earlier = without(one)
      keep()
    },
    follow(now) {
      if (initial === null && typed === undefined) typedOver = now
    },
  }
}

function same<T>(value: T): T {
  return value
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
