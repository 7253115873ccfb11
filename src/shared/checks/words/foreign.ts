import { isPlain } from '../../content/index.ts'
import { matchesIn } from '../matches.ts'
import { remembered, rememberedOfText } from '../remembered.ts'
import { isListed } from './english.ts'
import { hasCapital, isSmall } from './first-letter.ts'
import { commonWordsIn, languageOf } from './languages.ts'

/** Whether most words of a text that are no names are English ones. Too few words to tell are. */
export const seemsEnglish: (text: string) => boolean = rememberedOfText(text => {
  const words = plainWordsIn(text)
  return words.length < 3 || areKnown(words, words.length / 2)
})

/** Whether a text of a few words is in English: one in another script has no word that could tell. */
export function isInEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return latin * 2 > letters && /(?:\p{Script=Latin}{2,}\P{L}+){3}\p{Script=Latin}/u.test(text) && seemsEnglish(text)
}

/** A stretch of a text that is not English, with its language where that can be told. */
export interface Passage {
  start: number
  end: number
  lang: string | null
}

/** A letter of another script, with what stands between two of them. One or two Greek ones are a unit or a formula. */
const otherScript =
  /[^\P{L}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}](?:[^\p{Script=Latin}\n]*[^\P{L}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])?\p{M}*/gu
/** What a passage in another language begins and ends with. */
const segment = /[^.?!:;\n“”"()–—]+[.?!]*/g

/** Longer than this, sentences that tell nothing are no few of them. */
const longest = 200

/** Sentences too short to tell by themselves, with how many of their words are English, are not, and are no names. */
interface Few extends Omit<Passage, 'lang'> {
  known: number
  unknown: number
  small: number
}

export const foreignPassages: (text: string) => readonly Passage[] = rememberedOfText(text => {
  const isOfPlainLetters = isPlain(text)
  const scripts = isOfPlainLetters ? [] : matchesIn(text, otherScript)
  const found: Passage[] = scripts.flatMap(({ 0: words, index }): Passage[] => {
    if (!isPassage(words)) return []
    return [{ start: index, end: index + words.length, lang: languageOf(words) }]
  })
  let short: Few | null = null
  for (const { 0: words, index } of matchesIn(text, segment)) {
    const plain = plainWordsIn(words)
    const isEnglish =
      matchesIn(words, isOfPlainLetters ? plainEnglishAlone : englishAlone, 2).length > 1 ||
      areKnown(plain, (plain.length + 1) / 2)
    if (isEnglish) {
      short = null
      continue
    }
    const known = plain.filter(isKnown).length
    const unknown = plain.length - known
    const isLong = known + unknown >= 4 && unknown >= 3
    const isSpelt = unknown >= 2 && ownLetters.test(words)
    if (!isLong && !isSpelt && !isSurely(words, known, unknown)) {
      const few: Few = {
        start: short?.start ?? index,
        end: index + words.trimEnd().length,
        known: known + (short?.known ?? 0),
        unknown: unknown + (short?.unknown ?? 0),
        small: plain.filter(word => isSmall(word) && !isKnown(word)).length + (short?.small ?? 0),
      }
      short = few
      // Sentences of two or three words each tell together what none of them does; names do not.
      const lang =
        few.known < 2 && few.unknown > 3 && few.small > 2 && few.end - few.start < longest
          ? languageOf(text.slice(few.start, few.end))
          : null
      if (lang !== null) {
        found.push({ start: few.start, end: few.end, lang })
        short = null
      }
      continue
    }
    short = null
    const lang = languageOf(words)
    if (lang === null && isLong && !isSpelt && (known > 0 || unknown < 5)) continue
    const start = index + (words.length - words.trimStart().length)
    const last = found.at(-1)
    // Sentences that follow each other are one passage.
    if (last && last.lang === lang && /^[^\p{L}]{0,4}$/u.test(text.slice(last.end, start)))
      last.end = index + words.trimEnd().length
    else found.push({ start, end: index + words.trimEnd().length, lang })
  }
  return found
})

/** Several words, or a row of signs that are words by themselves; one or two may be the name of a language or of a person. */
function isPassage(words: string): boolean {
  const isWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(words)
  if (isWithoutSpaces) return (words.match(/\p{L}/gu)?.length ?? 0) > 5
  return words.split(/[,،、;:|/•·()\n]+/u).some(part => (part.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0) > 2)
}

/** A short line is one of another language where it has two of the small words that hold a language together. */
function isSurely(text: string, known: number, unknown: number): boolean {
  if (unknown < 2 || known > 1) return false
  const words = text.toLowerCase().match(/[\p{L}\p{M}’']+/gu) ?? []
  return words.length > 3 && commonWordsIn(words.filter(word => !isListed(word))) > 1
}

/** Letters that words which English has borrowed do not have, in a word that is no name. */
const ownLetters = /(?<![\p{L}])\p{Ll}*[ąćęłńśźżăîșțşğıőűčďěňřšťůžāģīķļņūėįųẹọṣɛɔß]/u

/** Two of these, and the sentence is English, whatever dishes and medicines it names. */
const englishAlone =
  /(?<![\p{L}])(?:the|and|of|with|you|your|that|this|from|have|will|our|their|which|are|or|was|they|is)(?![\p{L}])/giu
/** The same in a text that is plain, in a third of the time. */
const plainEnglishAlone =
  /(?<![a-z])(?:the|and|of|with|you|your|that|this|from|have|will|our|their|which|are|or|was|they|is)(?![a-z])/gi

const latinWords = /(?<![\p{L}\p{M}\p{N}’'@./_-])\p{Script=Latin}[\p{Script=Latin}\p{M}’']*(?![\p{L}\p{N}@_])/gu
/** The same in a text that is plain, in a third of the time. */
const plainWords = /(?<![A-Za-z\d’'@./_-])[A-Za-z][A-Za-z’']*(?![A-Za-z\d@_])/g

/** Names, which have capitals, say nothing of the language that they stand in. */
function plainWordsIn(text: string): string[] {
  const words = text.match(isPlain(text) ? plainWords : latinWords) ?? []
  const areNames = words.map((word, at) => at > 0 && hasCapital(word))
  // “Institut français du Royaume-Uni”: small words between two big ones belong to the name.
  const isInName = (at: number) => (areNames[at - 1] || areNames[at - 2]) && (areNames[at + 1] || areNames[at + 2])
  return words.filter((word, at) => (at === 0 || (isSmall(word) && !isInName(at))) && word.length > 1)
}

const isKnown = remembered((word: string): boolean =>
  isListed(word.toLowerCase().replaceAll('’', "'").replace(/'s$/, '')),
)

/** Whether so many of the words are English ones, or more. */
function areKnown(words: readonly string[], most: number): boolean {
  let known = 0
  return most <= 0 || words.some(word => (isKnown(word) ? ++known : known) >= most)
}
