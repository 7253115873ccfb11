import { createHash } from 'node:crypto'
import { type ContentHash, contentHashSchema } from '../../shared/content/index.ts'

/** A page's text as it is kept: with LF line endings alone, so that the same words are the same page on every system. */
export function asKept(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/**
 * Names exactly these words. A review is bound to it, and whether a page changed is decided by it, never by file times. A
 * byte order mark is no word: with or without it, the hash is the same.
 */
export function hashOf(text: string): ContentHash {
  const words = asKept(text).replace(/^\ufeff/, '')
  return contentHashSchema.parse(createHash('sha256').update(words).digest('hex'))
}
