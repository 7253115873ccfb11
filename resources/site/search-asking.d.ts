/** The shapes of `search-asking.js`, for the tests: the browser gets the script as it is. */
export interface KnownWords {
  same: readonly (readonly [says: string, means: string])[]
  words: readonly string[]
}
export interface FoundPage {
  url: string
  raw_content: string
  locations: number[]
  meta: { title?: string }
}
export interface Found {
  id: string
  score: number
  data(): Promise<FoundPage>
}
export interface Index {
  search(words: string): Promise<{ results: Found[] }>
}
export const ranking: object
export function ask(
  pagefind: Index,
  text: string,
  known: KnownWords,
  isOrdinary: (word: string) => Promise<boolean>,
): Promise<{ results: Found[]; mended: { typed: string; word: string }[] }>
export function termsOf(
  words: readonly string[],
  known: KnownWords,
): { words: string; weight: number; of: Set<number> }[]
export function pastLast<T extends { id: string }>(
  results: readonly T[],
  lastDays: Readonly<Record<string, string>>,
  today: string,
): { result: T; isOver: boolean }[]
