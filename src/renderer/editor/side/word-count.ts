import { type Doc, readingText, wordsIn } from '../../../shared/content/index.ts'

/** Words that a reader would read in the text. */
export function wordsOf(doc: Doc): number {
  return wordsIn(readingText(doc)).length
}
