/** The shapes of `search-words.js`, for the tests: the browser gets the script as it is. */
type Pairs = readonly (readonly [says: string, means: string])[]
export function telling(word: string): boolean
export function wordsOf(text: string): string[]
export function isUrgent(text: string, phrases: readonly string[]): boolean
export function sameMeaning(words: readonly string[], same: Pairs): { means: string; of: number[] }[]
export function isLike(word: string, found: string): boolean
export function inTwo(typed: string, words: readonly string[]): string[]
export function nearestWords(typed: string, words: readonly string[]): string[]
export function together<T extends { id: string; score: number }>(
  found: { weight: number; of: Iterable<number>; results: T[] }[],
): T[]
