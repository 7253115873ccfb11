import type { Doc, Heading } from './model.ts'
import { textOf, walk } from './text.ts'

export interface HeadingOutline {
  /** Its address on the page, unlike every other heading's. */
  slug: string
  text: string
  level: Heading['attrs']['level']
  path: number[]
}

/** Words as a part of an address: `Moving in? What’s next` is `moving-in-whats-next`. */
export function slugify(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}’'‘`]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.length <= 80 ? plain : plain.slice(0, 80).replace(/-[^-]*$/, '')
}

/** Every heading in its order, however deep it stands, each with a slug of its own within the document. */
export function headingsOf(doc: Doc): HeadingOutline[] {
  const found: HeadingOutline[] = []
  const taken = new Set<string>()
  walk(doc, (node, path) => {
    if (node.type !== 'heading') return node.type !== 'paragraph'
    const text = textOf(node).replace(/\s+/g, ' ').trim()
    const slug = unlike(taken, slugify(text) || 'section')
    taken.add(slug)
    found.push({ slug, text, level: node.attrs.level, path: [...path] })
    return false
  })
  return found
}

function unlike(taken: ReadonlySet<string>, slug: string): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
