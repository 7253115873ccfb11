/** What makes one list of another: at `at`, so many things are taken `out` and these are `put`. */
export interface ChangedPart<T> {
  at: number
  out: number
  put: T[]
}

/** The part in which two lists differ: whoever has the first and is told of it has the second. */
export function changedPart<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, other: T) => boolean,
): ChangedPart<T> {
  const same = (one: T | undefined, other: T | undefined) =>
    one !== undefined && other !== undefined && isSame(one, other)
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && same(before[at], after[at])) at += 1
  let end = 0
  while (end < shorter - at && same(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1
  return { at, out: before.length - at - end, put: after.slice(at, after.length - end) }
}

export function withPart<T>(list: readonly T[], { at, out, put }: ChangedPart<T>): T[] {
  return list.toSpliced(at, out, ...put)
}
