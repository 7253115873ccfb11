/** What somebody had begun to write into a form: it goes on, or what it was written over is another thing by now. */
export interface Begun<T> {
  value: T
  isStale: boolean
}

/** As it is kept: `over` is what the form began with, in words that can be compared. */
export function keptAs(over: string, value: unknown): string {
  return JSON.stringify({ over, value })
}

/** Out of what was kept, perhaps by an older Signpost; null where nothing was, or nothing that the form can hold. */
export function begunIn<T>(
  kept: string | undefined,
  over: string,
  isOne: (value: unknown) => value is T,
): Begun<T> | null {
  const read = parsed(kept)
  if (typeof read !== 'object' || read === null || !('over' in read) || !('value' in read)) return null
  return isOne(read.value) ? { value: read.value, isStale: read.over !== over } : null
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
