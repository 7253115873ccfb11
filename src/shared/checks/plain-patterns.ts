import { isPlain } from '../content/index.ts'
import {
  anyLetter,
  capitals,
  knowsStandIns,
  latinLetters,
  mark,
  otherNumber,
  smallLetters,
  standInsFor,
} from './stand-ins.ts'

/**
 * A pattern that knows the letters of all languages (`\p{L}`) takes many times as long to be made ready as one that knows
 * those of English, and twice as long to look. Nearly all texts are plain (`isPlain`): there the second one looks. In other
 * texts it looks first too, with other letters' stand-ins in their places: where it finds nothing, neither would the first.
 * Answers the pattern that finds in `text` what `pattern` does, or null where that is nothing.
 */
export function patternFor(text: string, pattern: RegExp): RegExp | null {
  const { plain, standsIn } = known.get(pattern) ?? remember(pattern)
  if (plain === pattern) return pattern
  const { isPlain, withStandIns } = lookedAt(text)
  if (isPlain) return plain
  if (withStandIns === null || !standsIn) return pattern
  plain.lastIndex = 0
  return plain.test(withStandIns) ? pattern : null
}

interface Known {
  /** What finds the same in plain texts. */
  plain: RegExp
  /** Whether that is so with stand-ins too. */
  standsIn: boolean
}
const known = new WeakMap<RegExp, Known>()

function remember(pattern: RegExp): Known {
  const both = { plain: plainOf(pattern), standsIn: knowsStandIns(pattern) }
  known.set(pattern, both)
  return both
}

/** Many patterns look at one text after the other. */
let last: { text: string; isPlain: boolean; withStandIns: string | null } = {
  text: '',
  isPlain: true,
  withStandIns: '',
}

function lookedAt(text: string): typeof last {
  if (last.text === text) return last
  const plain = isPlain(text)
  last = { text, isPlain: plain, withStandIns: plain ? text : standInsFor(text) }
  return last
}

/** What stands in a plain text of these letters, as part of a class, and their stand-ins; of all other scripts it is nothing. */
const letters: Readonly<Record<string, string>> = {
  L: `A-Za-z${anyLetter}`,
  Lu: `A-Z${capitals}`,
  Ll: `a-z${smallLetters}`,
  N: `\\d${otherNumber}`,
  M: mark,
  'Script=Latin': `A-Za-z${latinLetters}`,
}
/** Where capitals and small letters are one: the stand-ins are no letters, so that none is the capital of another. */
const lettersOfAnyCase: Readonly<Record<string, string>> = {
  ...letters,
  Lu: `A-Z${capitals}${smallLetters}`,
  Ll: `a-z${capitals}${smallLetters}`,
}
const neverPlain = '\\u0300'

/**
 * The pattern without `u`; itself where it says what can only be said with `u`. No letter of a plain text but those of English
 * has a capital, so that `i` means the same without.
 */
export function plainOf(pattern: RegExp): RegExp {
  const { source, flags } = pattern
  if (!flags.includes('u') || /[\ud800-\udfff]|\\u(?:\{|d[89a-f])/i.test(source)) return pattern
  const ofCase = flags.includes('i') ? lettersOfAnyCase : letters
  let plain = ''
  let isInClass = false
  for (const [part, sign, property] of source.matchAll(/\\([pP])\{([^}]*)\}|\\.|[^\\]/gs)) {
    if (part === '[') isInClass = true
    if (part === ']') isInClass = false
    if (sign === undefined || property === undefined) {
      plain += part
      continue
    }
    const stands = ofCase[property] ?? (/^Script=(?!Common$)/.test(property) ? neverPlain : null)
    if (stands === null || (sign === 'P' && (isInClass || property !== 'L'))) return pattern
    plain += isInClass ? stands : `[${sign === 'P' ? '^' : ''}${stands}]`
  }
  return new RegExp(plain, flags.replace('u', ''))
}
