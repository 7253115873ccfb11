import { patternFor } from './plain-patterns.ts'

const none: readonly never[] = []

/**
 * What `text.matchAll(pattern)` gives, for a pattern that matches no empty text. There are a hundred patterns for each text, and
 * nearly all of them find nothing: `matchAll` makes a copy of the pattern first, which takes longer than to look. At `most` so
 * many are looked for.
 */
export function matchesIn(text: string, pattern: RegExp, most = Number.POSITIVE_INFINITY): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('A pattern that is not global would match at one place for ever.')
  const fitting = patternFor(text, pattern)
  if (fitting === null) return none
  fitting.lastIndex = 0
  let match = fitting.exec(text)
  if (match === null) return none
  const found: RegExpExecArray[] = [match]
  while (found.length < most) {
    match = fitting.exec(text)
    if (match === null) break
    found.push(match)
  }
  return found
}

/** What `pattern.test(text)` says, for a pattern that is not global. */
export function fits(text: string, pattern: RegExp): boolean {
  return patternFor(text, pattern)?.test(text) ?? false
}

/** What `pattern.exec(text)` gives, for a pattern that is not global. */
export function firstMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  return patternFor(text, pattern)?.exec(text) ?? null
}
