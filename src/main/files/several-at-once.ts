/** Enough to keep a disk busy, few enough for any system's limit on open files. */
const atOnce = 32

/**
 * Does the same with each of many files, several at once, and answers in their order. Where one fails, those that were
 * begun with it are waited for, so that nothing goes on behind the back of whoever is told.
 */
export async function severalAtOnce<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let from = 0; from < items.length; from += atOnce) {
    for (const result of await Promise.allSettled(items.slice(from, from + atOnce).map(work))) {
      if (result.status === 'rejected') throw result.reason
      done.push(result.value)
    }
  }
  return done
}
