/** Whether a page says what a short form stands for. */

/** What a page says, block by block, from its title on. */
export interface Said {
  text: string
  /** The same as `plainly` writes it. */
  plain: string
}

export function said(text: string): Said {
  return { text, plain: plainly(text) }
}

/**
 * Whether `block` explains `short`: with its long form in words, with the short form in brackets after words or the words in
 * brackets after the short form, or by saying that one stands for the other.
 */
export function explains(block: Said, short: string, long: string | null): boolean {
  if (long !== null && block.plain.includes(plainly(long.replace(/ \(.*\)$/, '')))) return true
  if (!block.text.toUpperCase().includes(short)) return false
  const form = `${escaped(short)}(?:s|[’']s)?`
  return (
    new RegExp(`[\\p{L}\\p{N}][’”"']?[ \\u00a0]\\([“"']?${form}[”"']?(?:[ /][^(),;]{1,30})?\\)`, 'iu').test(
      block.text,
    ) ||
    new RegExp(`\\b${form}(?: \\p{Ll}+){0,2} \\([“"']?${short[0]}\\p{L}*[ ,-]+\\p{L}+`, 'iu').test(block.text) ||
    new RegExp(`\\b${form}[”"']?,?(?: \\p{Ll}+){0,3} (?:stands? for|(?:is )?short for|means)\\b`, 'iu').test(
      block.text,
    ) ||
    defines(block.text, form, short)
  )
}

/** “OT: occupational therapy”, and a cell with “OT” before one with “Occupational therapy”. */
function defines(text: string, form: string, short: string): boolean {
  const after = new RegExp(`^\\W*${form}(?: \\p{L}+)?\\s*[:–—-]\\s+(.+)`, 'iu').exec(text)?.[1]
  return after !== undefined && spells(after, short)
}

export function isAlone(text: string, short: string): boolean {
  return new RegExp(`^\\W*${escaped(short)}s?(?: \\p{L}+)?\\W*$`, 'iu').test(text)
}

/** Whether the first words begin with the letters of a short form, with or without the small words between. */
export function spells(text: string, short: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const initials = (of: readonly string[]) =>
    of.map(word => (/^\p{Lu}{2,}$/u.test(word) ? word : word.charAt(0).toUpperCase())).join('')
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '')
  const big = words.filter(word => !/^(?:and|of|for|the|to|in|at|with|by|on|a)$/i.test(word))
  return initials(words).startsWith(letters) || initials(big).startsWith(letters)
}

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

function escaped(short: string): string {
  return short.replace(/[^\p{L}\p{N}]/gu, '\\$&')
}
