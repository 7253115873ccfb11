import { firstMatch, fits } from './matches.ts'
import { remembered, rememberedOfText } from './remembered.ts'

/** Whether a page says what a short form stands for. */

/** What one block of a page says. */
export interface Said {
  text: string
  /** The same in capitals, and as `plainly` writes it. */
  capitals(): string
  plain(): string
}

export const said: (text: string) => Said = rememberedOfText(text => {
  let capitals: string | undefined
  let plain: string | undefined
  return { text, capitals: () => (capitals ??= text.toUpperCase()), plain: () => (plain ??= plainly(text)) }
})

/**
 * Whether `block` explains `short`: with its long form in words, with the short form in brackets after words or the words in
 * brackets after the short form, or by saying that one stands for the other.
 */
export function explains(block: Said, short: string, long: string | null): boolean {
  if (long !== null && block.capitals().includes(beginningOf(long)) && block.plain().includes(plainLong(long)))
    return true
  if (!block.capitals().includes(short)) return false
  const { inBrackets, withBrackets, inWords, beside, after } = patternsFor(short)
  if ([inBrackets, withBrackets, inWords, beside].some(pattern => fits(block.text, pattern))) return true
  const definition = firstMatch(block.text, after)?.[1]
  return definition !== undefined && spells(definition, short)
}

/** Whether a block is the short form and hardly more, as a table's first cell is. */
export function isAlone(block: Said, short: string): boolean {
  return fits(block.text, patternsFor(short).alone)
}

/** “the teacher who”, “a doctor for”: “and” and “or” would make a list of it. */
const whoOrWhat = "(?:an?|the|your|our) (?:(?!(?:and|or)\\b)[a-z’'-]+ ){1,4}(?:who|that|which|for|of|in)\\b"

/** “SENCO” and “SENCo” alike, in a pattern for which capitals are what tells words from short forms. */
function caseless(short: string): string {
  return short.replace(/\p{L}/gu, letter => `[${letter}${letter.toLowerCase()}]`).replace(/&/g, '\\&')
}

const patternsFor = remembered(short => {
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '\\$&')
  const form = `${letters}(?:s|[’']s)?`
  return {
    // “Education, Health and Care (EHC) plan”
    inBrackets: new RegExp(`[\\p{L}\\p{N}][’”"']?[ \\u00a0]\\([“"']?${form}[”"']?(?:[ /][^(),;]{1,30})?\\)`, 'iu'),
    // “EHC (Education, Health and Care)”
    withBrackets: new RegExp(`\\b${form}(?: \\p{Ll}+){0,2} \\([“"']?${short[0]}\\p{L}*[ ,-]+\\p{L}`, 'iu'),
    // “EHC stands for …”
    inWords: new RegExp(`\\b${form}[”"']?,?(?: \\p{Ll}+){0,3} (?:stands? for|short for|means)\\b`, 'iu'),
    // “a SENCO, the teacher who plans help”, “The SENCO is the teacher who plans help”, “SENCO (a teacher who plans help)”
    beside: new RegExp(
      `\\b${caseless(short)}s?(?:, | is | are | \\(| [–—-] |[.] (?:This|That|They|He|She|It) (?:is|are) )${whoOrWhat}`,
      'u',
    ),
    // “OT: occupational therapy”
    after: new RegExp(`^\\W*${form}(?: \\p{L}+)? ?[:–—-] (.+)`, 'iu'),
    alone: new RegExp(`^\\W*${form}(?: \\p{L}+)?\\W*$`, 'iu'),
  }
})

/** Whether the first words begin with the letters of a short form, with or without the small words between. */
export function spells(text: string, short: string): boolean {
  const words = text.slice(0, 200).match(/[\p{L}\p{N}]+/gu) ?? []
  const initials = (of: readonly string[]) =>
    of.map(word => (/^\p{Lu}{2,}$/u.test(word) ? word : word.charAt(0).toUpperCase())).join('')
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '')
  const big = words.filter(word => !/^(?:and|of|for|the|to|in|at|with|by|on|a)$/i.test(word))
  return initials(words).startsWith(letters) || initials(big).startsWith(letters)
}

const plainLong = remembered(long => plainly(long))

/** What every text has in capitals that says the long form: its first word, but for the ending that `plainly` changes. */
const beginningOf = remembered(long => {
  const [first = ''] = plainLong(long).trim().split(' ')
  return (first.startsWith('coo') ? 'co' : first.slice(0, -1)).toUpperCase()
})

/** Words without what differs from one writer to the next: hyphens, commas, capitals, plurals, what is in brackets. */
function plainly(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[’']s\b/g, '')
    .replace(/&/g, ' and ')
    .replace(/\bco-(?=o)/g, 'co')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .map(word => word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, ''))
  return ` ${words.join(' ')} `
}
