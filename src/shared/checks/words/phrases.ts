import { rememberedOfText } from '../remembered.ts'
import { inflected, verbForms } from './inflect.ts'
import { type Token, tokensOf } from './tokens.ts'
import { watchFor } from './watched.ts'

/**
 * Lists of phrases (resources/words/) and where they stand in a text. A phrase is found as whole words, in any case, with
 * spaces or hyphens between them.
 */

export interface Phrase {
  find: readonly string[]
  /** What says the same in its place, if one wording fits every sentence. */
  write?: string
  /** What to tell the author where nothing fits every sentence. */
  advice?: string
  /** Its first word is a verb, or its last one a noun: all their forms are meant, and `write` changes with them. */
  forms?: string
  /** Whether the letters of its first word are meant: “LEA”, not “lea”. */
  capitals?: boolean
  /** It begins with the name of somebody, and is no name itself: “Down’s child”. */
  proper?: boolean
  /** Patterns for what has to stand right before and after it, and for what must not. */
  before?: string
  after?: string
  notBefore?: string
  notAfter?: string
}

export interface PhraseList {
  /** The advice for every phrase that has none. */
  advice?: string
  /** Words for a `<name>` in phrases, and parts of patterns for a `{name}` in them. */
  sets?: Readonly<Record<string, readonly string[]>>
  patterns?: Readonly<Record<string, string>>
  /** Phrases with nothing to be said of them but what to write. */
  write?: Readonly<Record<string, string>>
  phrases: readonly Phrase[]
}

export interface Hit {
  phrase: Phrase
  /** As it stands in the text. */
  written: string
  start: number
  end: number
  /** What can be put in its place, with its capital. */
  write: string | null
}

interface Way {
  phrase: Phrase
  words: readonly string[]
  write: string | null
  fits(text: string, start: number, end: number): boolean
}

const none: readonly Hit[] = []

export function phraseFinder(list: PhraseList): (text: string) => readonly Hit[] {
  const plain = Object.entries(list.write ?? {}).map(([said, write]): Phrase => ({ find: [said], write }))
  const ways = [...plain, ...list.phrases].flatMap(phrase => waysOf(phrase, list))
  // The longest first, so that “in order to help” is not read as “in order”.
  ways.sort((a, b) => b.words.length - a.words.length)
  const beginningsIn = watchFor(
    [...Map.groupBy(ways, way => way.words[0] ?? '')].map(([first, each]) => [first, bySecondWord(each)] as const),
  )
  return rememberedOfText(text => {
    const beginnings = beginningsIn(text)
    if (beginnings.length === 0) return none
    const tokens = tokensOf(text)
    const hits: Hit[] = []
    let from = 0
    for (const { at, known } of beginnings) {
      if (at < from) continue
      const way =
        known.get(tokens[at + 1]?.word ?? null)?.find(each => stands(each, text, tokens, at)) ??
        known.get(null)?.find(each => stands(each, text, tokens, at))
      if (!way) continue
      const { start, end } = spanOf(tokens, at, way.words.length)
      const written = text.slice(start, end)
      hits.push({ phrase: way.phrase, written, start, end, write: inCase(way.write, written) })
      from = at + way.words.length
    }
    return hits
  })
}

/** Of those with one first word, by their second, or by null where there is none: many begin with “in” or “the”. */
function bySecondWord(ways: readonly Way[]): ReadonlyMap<string | null, readonly Way[]> {
  return Map.groupBy(ways, ({ words }) => words[1] ?? null)
}

function waysOf(given: Phrase, { advice, sets = {}, patterns = {} }: PhraseList): Way[] {
  const phrase = advice === undefined ? given : { advice, ...given }
  const fits = conditionsOf(phrase, patterns)
  const { write, forms } = phrase
  return phrase.find
    .flatMap(said => spread(said, sets))
    .flatMap((said): [string, string | undefined][] => {
      if (forms === 'verb') return verbForms.map(form => [inflected(said, form), write && inflected(write, form)])
      if (forms === 'noun')
        return [
          [said, write],
          [plural(said), write && plural(write)],
        ]
      return [[said, write]]
    })
    .map(([said, words]) => ({ phrase, words: said.split(/[ -]/), write: words ?? null, fits }))
}

/** Each phrase that one with names of sets stands for. */
function spread(said: string, sets: Readonly<Record<string, readonly string[]>>): string[] {
  const name = /<(\w+)>/.exec(said)?.[1]
  if (name === undefined) return [said]
  return (sets[name] ?? []).flatMap(word => spread(said.replace(`<${name}>`, word), sets))
}

function conditionsOf(phrase: Phrase, patterns: Readonly<Record<string, string>>): Way['fits'] {
  const compiled = (source: string | undefined, from: string, to: string) =>
    source === undefined
      ? null
      : new RegExp(`${from}(?:${source.replace(/\{(\w+)\}/g, (whole, name) => patterns[name] ?? whole)})${to}`, 'iu')
  const before = compiled(phrase.before, '', '$')
  const notBefore = compiled(phrase.notBefore, '', '$')
  const after = compiled(phrase.after, '^', '')
  const notAfter = compiled(phrase.notAfter, '^', '')
  return (text, start, end) => {
    if (phrase.capitals && !/^\p{Lu}{2}/u.test(text.slice(start, end))) return false
    const left = text.slice(Math.max(0, start - 60), start)
    const right = text.slice(end, end + 60)
    if (before?.test(left) === false || after?.test(right) === false) return false
    return !notBefore?.test(left) && !notAfter?.test(right)
  }
}

function plural(noun: string): string {
  return /(?:[sx]|[cs]h)$/.test(noun) ? `${noun}es` : `${noun.replace(/([^aeiou])y$/, '$1ie')}s`
}

function stands({ words, fits }: Way, text: string, tokens: readonly Token[], at: number): boolean {
  // The first is the word by which it was found.
  for (let index = 1; index < words.length; index++) {
    const token = tokens[at + index]
    if (!token?.joined || token.word !== words[index]) return false
  }
  const { start, end } = spanOf(tokens, at, words.length)
  return fits(text, start, end)
}

function spanOf(tokens: readonly Token[], at: number, count: number): { start: number; end: number } {
  return { start: tokens[at]?.start ?? 0, end: tokens[at + count - 1]?.end ?? 0 }
}

function inCase(write: string | null, written: string): string | null {
  return write !== null && /^\p{Lu}/u.test(written) ? write.charAt(0).toUpperCase() + write.slice(1) : write
}
