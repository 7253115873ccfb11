import { type Inline, textOf } from '../../content/index.ts'
import { inlinesOf } from '../edit-text.ts'
import { fits, matchesIn } from '../matches.ts'
import type { TextBlock } from '../rule.ts'
import { sentencesOf } from '../sentences.ts'

/** What some words of a block are there for: said, quoted, named, or told about. Rules about wording judge what is said. */

interface Span {
  start: number
  end: number
}

/** Somebody else’s words, code, or words in another language. */
export function isOthers(block: TextBlock, at: Span): boolean {
  return block.within.includes('blockquote') || isMarked(block, at, ['code', 'lang']) || isInQuotes(block.text, at)
}

/** Letters of an address, a file’s name or a tag, which nobody can write otherwise. */
export function isPartOfAddress(text: string, { start, end }: Span): boolean {
  return (
    /(?:[@/\\_#]|\S\.)$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[@/\\_]|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 2))
  )
}

/** Words that are put forward as words: quoted, in italics, or in brackets after “called”. */
export function isShown(block: TextBlock, at: Span): boolean {
  return isOthers(block, at) || isMarked(block, at, ['italic'])
}

export function isMarked({ node, elsewhere }: TextBlock, { start }: Span, types: readonly string[]): boolean {
  if (elsewhere !== undefined) return false
  let offset = 0
  for (const inline of inlinesOf(node)) {
    offset += lengthOf(inline)
    if (offset > start) return 'marks' in inline && (inline.marks ?? []).some(({ type }) => types.includes(type))
  }
  return false
}

function lengthOf(inline: Inline): number {
  return textOf(inline).length
}

const pairs: readonly [sign: string, open: RegExp, close: RegExp][] = [
  ['“', /“/g, /”(?![\p{L}\p{N}])/u],
  ['"', /(?<![\p{L}\p{N}])"/gu, /"(?![\p{L}\p{N}])/u],
  ['‘', /(?<![\p{L}\p{N}])‘/gu, /’(?![\p{L}\p{N}])/u],
  ["'", /(?<![\p{L}\p{N}])'/gu, /'(?![\p{L}\p{N}])/u],
]

/** A quotation is hardly longer, and a page from outside may be made of quotation marks alone. */
const farthest = 400

/** Between quotation marks of one pair; an apostrophe inside a word closes nothing. */
export function isInQuotes(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - farthest), start)
  const after = text.slice(end, end + farthest)
  return pairs.some(([sign, open, close]) => {
    if (!before.includes(sign)) return false
    const opened = matchesIn(before, open).at(-1)
    return opened !== undefined && !close.test(before.slice(opened.index + 1)) && close.test(after)
  })
}

/** The sentence around a place in a text. */
export function sentenceAt(text: string, { start }: Span): string {
  const sentence = sentencesOf(text).find(each => each.start <= start && start < each.end)
  return sentence ? text.slice(sentence.start, sentence.end) : text
}

const organisation =
  /^(?:[ \u00a0-]+(?:of|for|and|the|in|&|\p{Lu}[\p{L}’'-]*)){0,6}?[ \u00a0-]+(?:Act|Alliance|Association|Bill|Campaign|Centre|Charity|Club|College|Company|Foundation|Fund|Group|Hospital|Institute|League|Limited|Ltd|Network|Order|Regulations|Report|School|Society|Team|Trust|Union)\b/u

/**
 * Whether words are part of a name: a word of them has a capital that its place does not explain, or a name goes on after
 * them. “Handicapped Children’s Group meets” is one, “Handicapped children meet” is not.
 */
export function isPartOfName(text: string, { start, end }: Span): boolean {
  const written = text.slice(start, end)
  const after = text.slice(end)
  if (/^\p{Lu}/u.test(written) && organisation.test(after)) return true
  if (isTitled(text)) return false
  const words = written.split(/[ \u00a0-]+/).slice(startsSentence(text, start) ? 1 : 0)
  if (words.some(word => /^\p{Lu}\p{Ll}/u.test(word))) return true
  return /^\p{Lu}/u.test(written) && /^[ \u00a0-]+\p{Lu}\p{Ll}/u.test(after)
}

export function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.?!:][”’"')\]]*\s+|\n)[\s“"'‘([•–-]*$/u.test(text.slice(Math.max(0, at - 20), at))
}

/** Every long word has a capital, as in an old-fashioned heading: capitals say nothing there. */
function isTitled(text: string): boolean {
  const words = (text.match(/\p{L}[\p{L}’'-]*/gu) ?? []).filter(word => word.length > 3)
  return (
    words.length >= 2 &&
    words.length <= 12 &&
    words.every(word => /^\p{Lu}/u.test(word)) &&
    !/[.?!]\s|\.$/.test(text.trim())
  )
}

const mention =
  /\b(?:words|the word|(?:the|old|outdated|offensive|medical|legal|preferred|correct|right) (?:terms?|phrases?|labels?|expressions?)|terms? (?:like|such as)|wording|slurs?|(?:this|such|respectful|offensive|outdated|inclusive|our|the right) language|says?|saying|said|(?:is|are|was|were|be|been|once|now|so) called|call(?:ing|ed)? (?:it|them|him|her|people|children|somebody|someone|anybody|anyone)|known as|refer(?:s|red|ring)? to (?:\p{L}+ ){0,3}as|describ(?:e[ds]?|ing)|meaning of|instead of|rather than|outdated|out of date|offensive|old[- ]fashioned|hurtful|derogatory|avoid|replaced|renamed|formerly|previously)\b/iu

/** A sentence about words, not one that just uses them: “We do not say…”, “the term…”, “used to be called…”. */
export function tellsOfWords(sentence: string): boolean {
  return fits(sentence, mention)
}
