import type { Entry } from '../../content/index.ts'

/** Other pages by name, as a sentence begins: “Travel to school”; with many, the first and how many more. */
export function titled(entries: readonly Entry[]): string {
  const [first, ...more] = entries.map(({ fields: { title }, path }) => `“${title.trim() || path}”`)
  if (more.length === 0) return first ?? ''
  return more.length === 1 ? `${first}, like ${more[0]},` : `${first}, like ${more.length} more,`
}
