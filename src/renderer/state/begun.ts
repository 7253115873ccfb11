/** What somebody had begun to write into a form, and what of it waits to be dealt with. */
export interface Begun<T> {
  /** It goes on; undefined where nothing was begun, or what it was written over is another thing by now. */
  value: T | undefined
  /** What was written over another thing than stands there now: kept until the person says what becomes of it. */
  earlier: readonly unknown[]
}

/** As it is kept: `over` is what the form began with, in words that can be compared. */
export function keptAs(over: string, value: unknown, earlier: readonly unknown[] = []): string {
  return JSON.stringify({ over, value, ...(earlier.length > 0 && { earlier }) })
}

/** The same where nothing is being written any more; undefined where nothing is left to keep. */
export function keptEarlier(earlier: readonly unknown[]): string | undefined {
  return earlier.length === 0 ? undefined : JSON.stringify({ earlier })
}

/** Out of what was kept, perhaps by an older Signpost: what the form cannot hold is words all the same. */
export function begunIn<T>(kept: string | undefined, over: string, isOne: (value: unknown) => value is T): Begun<T> {
  const read = parsed(kept)
  if (typeof read !== 'object' || read === null) return { value: undefined, earlier: [] }
  const before: readonly unknown[] = 'earlier' in read && Array.isArray(read.earlier) ? read.earlier : []
  const earlier = before.filter(each => wordsIn(each) !== '')
  if (!('value' in read)) return { value: undefined, earlier }
  const { value } = read
  if (isOne(value) && 'over' in read && read.over === over) return { value, earlier }
  const isThereNow = JSON.stringify(value) === over
  return { value: undefined, earlier: isThereNow || wordsIn(value) === '' ? earlier : [...earlier, value] }
}

/** All that somebody wrote, for reading it again. */
export function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value).map(wordsIn).filter(Boolean).join(' / ')
}

function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}
