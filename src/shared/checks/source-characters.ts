import { decodeString } from 'micromark-util-decode-string'
import type { SourceRange } from '../content/index.ts'

/** What stands for one character or for none in a source: an escape, a reference, a line break, a character. */
const piece = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});|[\t ]{0,8}\r?\n[\t >]*|[\s\S]/giy

/** How far a source is read ahead for a character: over the address of a link, at most. */
const farthest = 2_000

/** What may be an escape, a reference or a line break stands nowhere in it, and no character that is read as a space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are read as a space.
const isPlainSource = /^[^\\&\u0000-\u001f\u007f-\u009f]*$/

/**
 * Where each character of `text` stands in `source`, one range for each UTF-16 unit. `source` is what `text` was written as
 * in Markdown or HTML: with escapes and references, and with signs that are no words, such as those between two links that
 * are read as one. Characters that are not found there are left out at the end.
 */
export function sourceCharacters(source: string, text: string): SourceRange[] {
  if (source === text && isPlainSource.test(source)) {
    return Array.from({ length: text.length }, (_, start) => ({ start, end: start + 1 }))
  }
  const ranges: SourceRange[] = []
  for (let from = 0; ranges.length < text.length; from = ranges.at(-1)?.end ?? from) {
    const found = nextPiece(source, from, text, ranges.length)
    if (!found) break
    for (let unit = 0; unit < found.units; unit++) ranges.push(found)
  }
  return ranges
}

function nextPiece(source: string, from: number, text: string, at: number): (SourceRange & { units: number }) | null {
  const last = Math.min(source.length, from + farthest)
  for (let start = from; start < last; ) {
    piece.lastIndex = start
    const written = piece.exec(source)?.[0] ?? ' '
    const said = saidBy(written)
    if (text.startsWith(said, at)) return { start, end: start + written.length, units: said.length }
    // In code and in HTML a backslash is a character like any other.
    if (source[start] === text[at]) return { start, end: start + 1, units: 1 }
    start += written.length
  }
  return null
}

/** A line break inside a paragraph is read as a space, and so are the characters that a document cannot hold. */
function saidBy(written: string): string {
  if (written.includes('\n')) return ' '
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are read as a space.
  return (written.length > 1 ? decodeString(written) : written).replace(/[\u0001-\u001f\u007f-\u009f]/g, ' ')
}
