/** The shapes of `search-words.js`, for the tests: the browser gets the script as it is. */
export interface KnownWords {
  same: readonly (readonly [says: string, means: string])[]
  words: readonly string[]
}
export function searchesFor(
  text: string,
  known: KnownWords,
  unknown?: ReadonlySet<string>,
): { terms: { words: string; weight: number }[]; mended: { typed: string; word: string }[] }
export function isUrgent(text: string, phrases: readonly string[]): boolean
export function oddWordsIn(text: string, known: KnownWords): string[]
export function isAmong(word: string, excerpt: string): boolean
export function together<T extends { id: string; score: number }>(found: { weight: number; results: T[] }[]): T[]
export function wordsOf(text: string): string[]
