/**
 * What two lists of things have each for itself; of the same things in another order, none. Most of two lists that follow one
 * another stands where it stood, and is passed over.
 */
export function apart<T>(before: readonly T[], now: readonly T[]): [gone: T[], come: T[]] {
  let start = 0
  while (start < before.length && start < now.length && before[start] === now[start]) start += 1
  let [end, endNow] = [before.length, now.length]
  while (end > start && endNow > start && before[end - 1] === now[endNow - 1]) {
    end -= 1
    endNow -= 1
  }
  const [old, young] = [new Set(before.slice(start, end)), new Set(now.slice(start, endNow))]
  return [[...old].filter(each => !young.has(each)), [...young].filter(each => !old.has(each))]
}
