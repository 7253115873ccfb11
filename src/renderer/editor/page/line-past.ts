/** How a line was written, for taking it back: what stood there before each stretch of typing, the newest last. */
export interface LinePast {
  readonly before: readonly string[]
  /** What was taken back and can be done again. */
  readonly after: readonly string[]
  /** When the last letter came, in milliseconds; null where a new stretch begins whatever the time. */
  readonly typedAt: number | null
}

export const noPast: LinePast = { before: [], after: [], typedAt: null }

/** As in the text: a pause that is longer than this (milliseconds) begins a new stretch. */
export const stretchPause = 600
const most = 200

/** `from` became another line at `now`. */
export function lineTyped({ before, typedAt }: LinePast, from: string, now: number): LinePast {
  const goesOn = typedAt !== null && now - typedAt < stretchPause
  return { before: goesOn ? before : [...before.slice(-most), from], after: [], typedAt: now }
}

/** The line before the last stretch of typing; null where there is none. */
export function lineBack({ before, after }: LinePast, line: string): { line: string; past: LinePast } | null {
  const last = before.at(-1)
  if (last === undefined) return null
  return { line: last, past: { before: before.slice(0, -1), after: [...after, line], typedAt: null } }
}

/** The line that was taken back last; null where there is none. */
export function lineAgain({ before, after }: LinePast, line: string): { line: string; past: LinePast } | null {
  const last = after.at(-1)
  if (last === undefined) return null
  return { line: last, past: { before: [...before, line], after: after.slice(0, -1), typedAt: null } }
}

/** Where the cursor belongs after a line became another: behind what differs. */
export function behindChange(from: string, to: string): number {
  const shorter = Math.min(from.length, to.length)
  let begin = 0
  while (begin < shorter && from[begin] === to[begin]) begin += 1
  let end = 0
  while (end < shorter - begin && from.at(-1 - end) === to.at(-1 - end)) end += 1
  return to.length - end
}
