/** The last part of a page's path without `.md`: `pages/education/travel.md` is `travel`. */
export function slugOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.md$/, '')
}

/** What somebody types as an address: small letters, digits and single hyphens, nothing else. */
export function slugFrom(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
