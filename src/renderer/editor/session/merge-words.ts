import { type Doc, parseBody, serialiseBody } from '../../../shared/content/index.ts'
import { mergeEntries } from '../../../shared/merge/index.ts'
import { type Words, withTheirs } from './words.ts'

/** What was typed here on top of what a colleague changed; null where both changed the same words. */
export function mergeWords(base: Words, mine: Words, theirs: Words): Words | null {
  const merged = mergeEntries(bodyOf(base.doc), bodyOf(mine.doc), bodyOf(theirs.doc))
  if (merged === null || merged.clashes.length > 0) return null
  return { doc: parseBody(merged.text).doc, entry: withTheirs(base.entry, mine.entry, theirs.entry) }
}

/** A blank line first, so that no body is taken for front matter. */
function bodyOf(doc: Doc): string {
  return `\n${serialiseBody(doc)}`
}
