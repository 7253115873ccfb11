/** The shape of `search-excerpt.js`, for the tests: the browser gets the script as it is. */
export function excerptOf(page: {
  raw_content: string
  locations: readonly number[]
  meta: { title?: string }
}): { text: string; isMarked: boolean }[]
