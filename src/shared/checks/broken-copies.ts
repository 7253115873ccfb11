import { matchesIn } from './matches.ts'
/**
 * Characters that went through the wrong hands: UTF-8 that was read as Windows' Western European, as between an old web
 * page and Word. “it’s” becomes “itâ€™s”, and “£5” becomes “Â£5”.
 */
export interface BrokenCopy {
  /** Offsets in UTF-16 units. */
  start: number
  end: number
  /** What it was, or null where nothing says so any more. */
  meant: string | null
}

/** Windows-1252 from 0x80 on, where it differs from Latin-1; nothing stands at five of these places. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const second = `[${high}\u00a0-\u00bf]`
/** The first bytes that the characters of English prose have in UTF-8. */
const broken = new RegExp(`â[€‚„]${second}?|[ÂÃ]${second}|\\ufffd`, 'g')
/**
 * The same of other alphabets: two letters or more of Cyrillic, Greek, Hebrew, Arabic or an Indian script, and the letters of
 * Polish, Lithuanian, Romanian or Turkish inside a word. A capital stands before a quotation mark too, but not after a small
 * letter and not with a sign between it and one.
 */
const brokenWords = new RegExp(
  `(?:[ÎÏÐÑ×ØÙ]${second}){2,}|(?:à${second}{2}){2,}|(?<=\\p{Ll})[ÄÅÈ]${second}|[ÄÅÈ]${second}(?<![\\u2013\\u2014\\u2018-\\u201d\\u2026\\u00a0«»·])(?=\\p{Ll})`,
  'gu',
)
/** “children?s”: an apostrophe that a program did not know. */
const asked = /(?<=(?<![/?&=.@][^\s]*)\p{Ll}{2})\?(?=(?:s|t|re|ve|ll)(?![\p{L}\p{N}=&/]))/gu

/** The same read as an old Macintosh would, and the first byte alone, where a program took the others away. */
const older: readonly (readonly [pattern: RegExp, meant: string])[] = [
  [/‚Äô/g, '’'],
  [/‚Äú/g, '“'],
  [/‚Äù/g, '”'],
  [/‚Äì/g, '–'],
  [/¬£/g, '£'],
  [/√©/g, 'é'],
  [/(?<=[a-z]{3})â(?=(?:s|t|re|ll|ve|d)(?![\p{L}\p{N}]))/gu, '’'],
]

export function brokenCopies(text: string): BrokenCopy[] {
  const byOthers = older.flatMap(([pattern, meant]) =>
    matchesIn(text, pattern).map(({ 0: found, index }) => ({ start: index, end: index + found.length, meant })),
  )
  const lost = matchesIn(text, asked).map(({ index }) => ({ start: index, end: index + 1, meant: '’' }))
  const copied = matchesIn(text, broken).flatMap((match): BrokenCopy[] => {
    const [found] = match
    const meant = mended(found)
    const at = { start: match.index, end: match.index + found.length }
    // “Ã” and “Â” are letters too: they are only broken where the bytes are a character.
    return meant === null && !/^[â\ufffd]/.test(found) ? [] : [{ ...at, meant }]
  })
  const words = matchesIn(text, brokenWords).flatMap((match): BrokenCopy[] => {
    const meant = mended(match[0])
    return meant !== null && /^\p{L}+$/u.test(meant)
      ? [{ start: match.index, end: match.index + match[0].length, meant }]
      : []
  })
  return [...lost, ...copied, ...words, ...byOthers]
}

function mended(found: string): string | null {
  const bytes = Uint8Array.from(found, character => byteOf(character))
  // The decoder's only way to say that the bytes are no text.
  try {
    return found === '\ufffd' ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function byteOf(character: string): number {
  const at = high.indexOf(character)
  return at < 0 ? character.charCodeAt(0) & 0xff : 0x80 + at
}
