import { isPlain } from '../../content/index.ts'
import { matchesIn } from '../matches.ts'
import { type NotedWord, notedWord, rememberedOfText } from '../remembered.ts'

/** A word of a text in small letters, with a straight apostrophe, and where it stands. */
export interface Token {
  word: string
  noted: NotedWord
  start: number
  end: number
  /** Whether nothing but a space or a hyphen is between it and the word before. */
  joined: boolean
}

const words = /[\p{L}\p{N}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu
/** The same in a text that is plain and in small letters, in a third of the time. */
const plainWords = /[a-z\d]+(?:'[a-z]+)*/g

function isGap(text: string, at: number): boolean {
  const sign = text[at]
  return sign === ' ' || sign === '-' || sign === '\u00a0'
}

function inSmall(text: string): string {
  return text.toLowerCase().replaceAll('’', "'")
}

export const tokensOf: (text: string) => readonly Token[] = rememberedOfText(text => {
  const tokens: Token[] = []
  const areSmall = isPlain(text)
  // Only of what is plain is it known that every small letter stands where its capital did.
  const found = areSmall ? matchesIn(inSmall(text), plainWords) : matchesIn(text, words)
  for (const { 0: written, index } of found) {
    const word = areSmall ? written : inSmall(written)
    const before = tokens.at(-1)?.end ?? 0
    const joined = index > before && index - before <= 2 && isGap(text, before) && isGap(text, index - 1)
    tokens.push({ word, noted: notedWord(word), start: index, end: index + written.length, joined })
  }
  return tokens
})
