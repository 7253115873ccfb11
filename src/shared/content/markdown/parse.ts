import type { Doc } from '../model.ts'
import type { Places } from '../place.ts'
import { readBlocks } from './read.ts'
import { repair } from './repair.ts'
import { writeBlocks } from './write.ts'

export interface ParsedBody {
  doc: Doc
  /** Where each node of `doc` stands in the text. */
  places: Places
}

/** The body of a page as a document in normal form. Every text is a document: this never fails and loses no word. */
export function parseBody(markdown: string): ParsedBody {
  const { blocks, places } = readBlocks(markdown)
  return repair({ type: 'doc', content: blocks }, places)
}

/** A document as Markdown. `parseBody` gives back the same document, in normal form. */
export function serialiseBody(doc: Doc): string {
  return writeBlocks(normaliseDoc(doc).content)
}

/** What a document is once it has been written down and read again. A document that was read is so already. */
export function normaliseDoc(doc: Doc): Doc {
  return repair(doc).doc
}

/**
 * The one door for documents from outside: window messages, drafts, the clipboard. Anything that is no part of a document
 * becomes words or kept source; size and depth are bounded; it never fails.
 */
export function repairDoc(value: unknown): Doc {
  return repair(value).doc
}
