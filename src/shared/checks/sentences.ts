import { isPlain } from '../content/index.ts'
import { matchesIn } from './matches.ts'
import { rememberedOfText } from './remembered.ts'

/** A sentence within a block's text: offsets in UTF-16 units, and its words. */
export interface Sentence {
  start: number
  end: number
  words: string[]
}

/** Never the end of a sentence. */
const opening = /\b(?:e\.g|i\.e|mr|mrs|ms|mx|dr|prof|st|vs|\p{Lu})\.$/iu
/** The end of one unless a number or a small letter follows: “no. 5”, “The answer is no. That…”. */
const either = /\b(?:etc|no|nos|tel|ext|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[ap]\.m)\.$/i

const stop = /(?<![.?!])[.?!]+["”’')\]]*(?=\s|$)|\n/g

const anyWord = /[\p{L}\p{N}][\p{L}\p{N}’'@.:/-]*/gu
/** The same in a text that is plain, in a third of the time. */
const plainWord = /[A-Za-z\d][A-Za-z\d’'@.:/-]*/g

/** Splits at full stops, question marks and exclamation marks; a line break ends a sentence too. */
export const sentencesOf: (text: string) => readonly Sentence[] = rememberedOfText(text => {
  const sentences: Sentence[] = []
  const word = isPlain(text) ? plainWord : anyWord
  let start = 0
  const put = (end: number) => {
    const words = text.slice(start, end).match(word) ?? []
    const lead = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0
    if (words.length > 0) sentences.push({ start: start + lead, end, words })
    start = end
  }
  for (const match of matchesIn(text, stop)) {
    const end = match.index + match[0].length
    if (endsSentence(text.slice(Math.max(start, end - 12), end), text.slice(end, end + 12))) put(end)
  }
  put(text.length)
  return sentences
})

function endsSentence(before: string, after: string): boolean {
  if (opening.test(before)) return false
  return !(either.test(before) && /^\s+[\p{Ll}\p{N}]/u.test(after))
}
