import { isPlain } from '../content/index.ts'

/**
 * A pattern that knows the letters of all languages (`\p{L}`) takes many times as long to be made ready as one that knows
 * those of English, and twice as long to look. Nearly all texts are plain (`isPlain`): there the second one looks.
 */
export function patternFor(text: string, pattern: RegExp): RegExp {
  const plain = known.get(pattern) ?? remember(pattern)
  return plain === pattern || !isPlainNow(text) ? pattern : plain
}

/** Patterns, and for each the one that finds the same in plain texts. */
const known = new WeakMap<RegExp, RegExp>()

function remember(pattern: RegExp): RegExp {
  const plain = plainOf(pattern)
  known.set(pattern, plain)
  return plain
}

/** Many patterns look at one text after the other. */
let last = { text: '', isPlain: true }

function isPlainNow(text: string): boolean {
  if (last.text !== text) last = { text, isPlain: isPlain(text) }
  return last.isPlain
}

/** What stands in a plain text of these letters, as part of a class; of all other scripts it is nothing. */
const letters: Readonly<Record<string, string>> = {
  L: 'A-Za-z',
  Lu: 'A-Z',
  Ll: 'a-z',
  N: '\\d',
  'Script=Latin': 'A-Za-z',
}
const neverPlain = '\\u0300'

/**
 * The pattern without `u`; itself where it says what can only be said with `u`. No letter of a plain text but those of English
 * has a capital, so that `i` means the same without.
 */
export function plainOf(pattern: RegExp): RegExp {
  const { source, flags } = pattern
  if (!flags.includes('u') || /[\ud800-\udfff]|\\u(?:\{|d[89a-f])/i.test(source)) return pattern
  let plain = ''
  let isInClass = false
  for (const [part, sign, property] of source.matchAll(/\\([pP])\{([^}]*)\}|\\.|[^\\]/gs)) {
    if (part === '[') isInClass = true
    if (part === ']') isInClass = false
    if (sign === undefined || property === undefined) {
      plain += part
      continue
    }
    const stands = letters[property] ?? (/^M$|^Script=(?!Common$)/.test(property) ? neverPlain : null)
    if (stands === null || (sign === 'P' && (isInClass || property !== 'L'))) return pattern
    plain += isInClass ? stands : `[${sign === 'P' ? '^' : ''}${stands}]`
  }
  return new RegExp(plain, flags.replace('u', ''))
}
