import { remembered } from '../remembered.ts'
import { isListed } from './english.ts'
import { languageOf } from './languages.ts'

/** Whether most words of a text that are no names are English ones. Too few words to tell are. */
export const seemsEnglish: (text: string) => boolean = remembered(text => {
  const { known, unknown } = counted(text)
  return known + unknown < 3 || known >= unknown
})

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
const segment = /[^.?!:;\n“”"()–—]+[.?!]*/gu

export const foreignPassages: (text: string) => readonly Passage[] = remembered(text => {
  const found: Passage[] = [...text.matchAll(otherScript)].flatMap(({ 0: words, index }): Passage[] => {
    const letters = words.match(/\p{L}/gu)?.length ?? 0
    if (letters < (/\p{Script=Greek}/u.test(words) ? 4 : 2)) return []
    return [{ start: index, end: index + words.length, lang: languageOf(words) }]
  })
  for (const { 0: words, index } of text.matchAll(segment)) {
    const { known, unknown } = counted(words)
    if (unknown < known || (words.match(englishAlone)?.length ?? 0) > 1) continue
    const isLong = known + unknown >= 4 && unknown >= 3
    if (!isLong && !(unknown >= 2 && ownLetters.test(words))) continue
    const lang = languageOf(words)
    if (lang === null && isLong && (known > 0 || unknown < 5)) continue
    const start = index + (words.length - words.trimStart().length)
    const last = found.at(-1)
    // Sentences that follow each other are one passage.
    if (last && last.lang === lang && /^[^\p{L}]{0,4}$/u.test(text.slice(last.end, start)))
      last.end = index + words.trimEnd().length
    else found.push({ start, end: index + words.trimEnd().length, lang })
  }
  return found
})

/** Letters that words which English has borrowed do not have, in a word that is no name. */
const ownLetters = /(?<![\p{L}])\p{Ll}*[ąćęłńśźżăîșțşğıőűčďěňřšťůžāģīķļņūėįųẹọṣɛɔß]/u

/** Two of these, and the sentence is English, whatever dishes and medicines it names. */
const englishAlone = /(?<![\p{L}])(?:the|and|of|with|you|your|that|this|from|have|will|our|their|which)(?![\p{L}])/giu

/** Names, which have capitals, say nothing of the language that they stand in. */
function counted(text: string): { known: number; unknown: number } {
  const words =
    text.match(/(?<![\p{L}\p{M}\p{N}’'@./_-])\p{Script=Latin}[\p{Script=Latin}\p{M}’']*(?![\p{L}\p{N}@_])/gu) ?? []
  const plain = words.filter((word, at) => (at === 0 || /^\p{Ll}/u.test(word)) && word.length > 1)
  const known = plain.filter(word => isListed(word.toLowerCase().replaceAll('’', "'").replace(/'s$/, ''))).length
  return { known, unknown: plain.length - known }
}
