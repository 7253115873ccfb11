/** A sentence within a block's text: offsets in UTF-16 units, and its words. */
export interface Sentence {
  start: number
  end: number
  words: string[]
}

const notAnEnd =
  /\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|st|no|tel|approx|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/i

/** Splits at full stops, question marks and exclamation marks; a line break ends a sentence too. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const put = (end: number) => {
    const words = text.slice(start, end).match(/[\p{L}\p{N}][\p{L}\p{N}’'@.:/-]*/gu) ?? []
    const lead = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0
    if (words.length > 0) sentences.push({ start: start + lead, end, words })
    start = end
  }
  for (const match of text.matchAll(/[.?!]+["”’')\]]*(?=\s|$)|\n/g)) {
    const end = match.index + match[0].length
    if (!notAnEnd.test(text.slice(start, end))) put(end)
  }
  put(text.length)
  return sentences
}
