const none: readonly never[] = []

/**
 * What `text.matchAll(pattern)` gives, for a pattern that matches no empty text. There are a hundred patterns for each text, and
 * nearly all of them find nothing: `matchAll` makes a copy of the pattern first, which takes longer than to look.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError('A pattern that is not global would match at one place for ever.')
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return none
  const found: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) found.push(match)
  return found
}
