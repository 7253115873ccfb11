import type { TextBlock } from './rule.ts'
import type { ShortForm } from './short-forms.ts'

/** Words to put in place of some of a block's, by offsets into its text. */
export interface Spelling {
  start: number
  end: number
  words: string
}

/**
 * A short form with its long form before it, as it is written at its first use: “an education, health and care (EHC) plan”.
 * Takes the article before it along where it changes. Null where that would not read
 * as a sentence: in brackets, which would nest, or as a part of another word.
 */
export function spelledOut(block: Pick<TextBlock, 'text' | 'within'>, form: ShortForm, long: string): Spelling | null {
  const before = block.text.slice(0, form.start)
  if (before.lastIndexOf('(') > before.lastIndexOf(')')) return null
  // “SEND/EHC” and “non-EHCP” have no room for it.
  if (/[-–/]$/.test(before) || /^[-–/]/.test(block.text.slice(form.end))) return null
  const plain = long.replace(/ \(.*\)$/, '')
  const several = form.ending === 's' ? plural(plain) : plain
  const whole = form.ending === '’s' ? possessive(several) : several
  const brackets = `(${form.written}${form.ending})`
  const article = /(?<![\p{L}\p{N}])(an?) $/iu.exec(before)?.[1]
  if (article === undefined) {
    const words = startsSentence(before, block) ? capitalised(whole) : whole
    return { start: form.start, end: form.end, words: `${words} ${brackets}` }
  }
  // “A CYP” is one of them, and there is no word here for one.
  if (/people$/.test(plain)) return null
  const right = articleFor(plain, article)
  if (right === article) return { start: form.start, end: form.end, words: `${whole} ${brackets}` }
  return { start: form.start - article.length - 1, end: form.end, words: `${right} ${whole} ${brackets}` }
}

/** Short forms are named by their letters (“an SEN”), long ones by their words (“a special…”). */
function articleFor(long: string, article: string): string {
  const right = /^[aeio]/i.test(long) ? 'an' : 'a'
  return article.startsWith('A') ? capitalised(right) : right
}

/** An item of a list starts a sentence only where it is one. */
function startsSentence(before: string, { text, within }: Pick<TextBlock, 'text' | 'within'>): boolean {
  if (/^[\s“"'‘([]*$/u.test(before)) return !within.includes('listItem') || /[.?!]$/.test(text.trim())
  return /(?:[.?!][”’"')\]]*\s+|\n\s*)[“"'‘([]*$/u.test(before)
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The word that names the thing, which is the one before “of” or “for” where there is one. */
function plural(long: string): string {
  const [, head = long, rest = ''] =
    /^(.*?)( (?:of|for|in|around|with|as|at|to|not|otherwise|looked) .*)$/.exec(long) ?? []
  return several(head) + rest
}

function several(head: string): string {
  if (/s$/.test(head)) return head
  if (/child$/.test(head)) return `${head}ren`
  if (/[^aeiou]y$/.test(head)) return `${head.slice(0, -1)}ies`
  return `${head}${/(?:x|ch|sh)$/.test(head) ? 'es' : 's'}`
}

function possessive(long: string): string {
  return long.endsWith('s') ? `${long}’` : `${long}’s`
}
