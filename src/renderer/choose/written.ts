import { type Doc, parseBody, serialiseBody } from '../../shared/content/index.ts'

/** Words of a page as they stand in its file, which holds every block without loss; and back. */
export function textFromDoc(doc: Doc): string {
  return serialiseBody(doc).trimEnd()
}

export function docFromText(text: string): Doc {
  return parseBody(text).doc
}
