import { remembered } from '../remembered.ts'

/** A word of a text in small letters, with a straight apostrophe, and where it stands. */
export interface Token {
  word: string
  start: number
  end: number
  /** Whether nothing but a space or a hyphen is between it and the word before. */
  joined: boolean
}

export const tokensOf: (text: string) => readonly Token[] = remembered(text => {
  const tokens: Token[] = []
  for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu)) {
    const word = written.toLowerCase().replaceAll('’', "'")
    const gap = text.slice(tokens.at(-1)?.end ?? 0, index)
    tokens.push({ word, start: index, end: index + written.length, joined: /^[ \u00a0-]{1,2}$/.test(gap) })
  }
  return tokens
})
