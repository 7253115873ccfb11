import list from '../../../../resources/words/languages.json' with { type: 'json' }
import { remembered } from '../remembered.ts'

/** Which language words are in, once it is known that they are not English. */

interface Profile {
  words: ReadonlyMap<string, number>
  letters: ReadonlyMap<string, number>
}

const shares = (text: string): ReadonlyMap<string, number> => {
  const parts = text.split(' ')
  return new Map(
    parts.flatMap((part, at) => (at % 2 === 0 ? [[part, Math.log(Number(parts[at + 1]) / 10_000)] as const] : [])),
  )
}
let read: ReadonlyMap<string, Profile> | null = null
/** Read when it is first asked for: most pages are English from end to end. */
function profiles(): ReadonlyMap<string, Profile> {
  read ??= new Map(
    Object.entries(list.languages).map(([tag, { words, letters }]) => [
      tag,
      { words: shares(words), letters: shares(letters) },
    ]),
  )
  return read
}

/** Scripts that one language of Southend's families is written in, or that several share. */
const scripts: readonly [pattern: RegExp, tags: readonly string[]][] = [
  [/\p{Script=Arabic}/u, ['ar', 'ur', 'fa', 'ps', 'ckb']],
  [/\p{Script=Cyrillic}/u, ['uk', 'ru', 'bg']],
  [/\p{Script=Devanagari}/u, ['hi', 'mr']],
  [/\p{Script=Bengali}/u, ['bn']],
  [/\p{Script=Gujarati}/u, ['gu']],
  [/\p{Script=Gurmukhi}/u, ['pa']],
  [/\p{Script=Tamil}/u, ['ta']],
  [/\p{Script=Telugu}/u, ['te']],
  [/\p{Script=Malayalam}/u, ['ml']],
  [/\p{Script=Sinhala}/u, ['si']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Hebrew}/u, ['he']],
  [/\p{Script=Ethiopic}/u, ['ti', 'am']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Hangul}/u, ['ko']],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, ['ja']],
  [/\p{Script=Han}/u, ['zh']],
  [/\p{Script=Georgian}/u, ['ka']],
  [/\p{Script=Armenian}/u, ['hy']],
]
const notLatin = new Set(scripts.flatMap(([, tags]) => tags))

/** Languages that a few words hardly tell apart: neither is ever called wrong for the other. */
const kin: readonly string[][] = [
  ['cs', 'sk'],
  ['hr', 'sr', 'bs', 'sl'],
  ['es', 'pt', 'gl', 'ca', 'it'],
  ['ru', 'uk', 'bg', 'be', 'mk', 'sr'],
  ['ur', 'fa', 'ps', 'ar', 'ckb', 'ku', 'sd', 'prs', 'pa', 'ug'],
  ['hi', 'mr', 'ne'],
  ['ti', 'am'],
  ['ak', 'tw', 'fat'],
  ['tl', 'fil', 'ceb'],
  ['sn', 'sw', 'zu', 'nd', 'xh', 'rw', 'ny', 'ln'],
  ['nl', 'de', 'af', 'da', 'no', 'nb', 'sv'],
  ['ku', 'kmr', 'tr', 'az'],
  ['ro', 'mo', 'it'],
  ['yo', 'ig'],
  ['fr', 'ht'],
  ['zh', 'yue', 'cmn', 'ja'],
]

/** Letters that are written in these alone of their kin: two of them tell apart what the words do not. */
const ownLetters: readonly [letters: RegExp, tags: readonly string[]][] = [
  [/[ãõ]/giu, ['pt']],
  [/ñ/giu, ['es', 'gl', 'tl', 'fil', 'ceb']],
  [/[řěů]/giu, ['cs']],
  [/[ľĺŕ]/giu, ['sk']],
  [/[іїєґ]/giu, ['uk', 'be']],
  [/[ыэ]/giu, ['ru', 'be']],
  [/[ٹڈڑںے]/gu, ['ur', 'pa', 'ps', 'sd', 'ug']],
  [/[ةأإ]/gu, ['ar', 'ug']],
  [/[ėįų]/giu, ['lt']],
  [/[āēīķļņģ]/giu, ['lv']],
  [/[ățșţ]/giu, ['ro', 'mo']],
  [/ß/giu, ['de']],
  [/[ığ]/gu, ['tr', 'az']],
]

/** Whether its letters are those of a language akin to this one, and not of this. */
function isSpeltAsKin(text: string, language: string): boolean {
  return ownLetters.some(
    ([letters, tags]) =>
      !tags.includes(language) && tags.some(tag => areKin(tag, language)) && (text.match(letters)?.length ?? 0) > 1,
  )
}

/** How many of some words are among the commonest of one language: of the one that knows most of them. */
export function commonWordsIn(words: readonly string[]): number {
  return Math.max(...[...profiles().values()].map(({ words: common }) => words.filter(word => common.has(word)).length))
}

interface Ranked {
  tag: string
  score: number
  /** How many of the words are among the commonest of the language. */
  known: number
}

/** The languages of a script that has several, or of the Latin one: the likeliest first. */
const rankedFor: (text: string) => readonly Ranked[] = remembered(text => {
  const [, tags] = scripts.find(([pattern]) => pattern.test(text)) ?? []
  if (tags !== undefined && !profiles().has(tags[0] ?? '')) return []
  const words = wordsOf(text)
  const letters = Map.groupBy(text.toLowerCase().match(/\p{L}/gu) ?? [], letter => letter)
  return [...profiles()]
    .filter(([tag]) => (tags === undefined ? !notLatin.has(tag) : tags.includes(tag)))
    .map(([tag, profile]) => ({
      tag,
      score: scoreOf(profile, words, letters),
      known: words.filter(word => profile.words.has(word)).length,
    }))
    .sort((a, b) => b.score - a.score)
})

/** The tag of the likeliest language, or null where the words say too little. */
export const languageOf: (text: string) => string | null = remembered(text => {
  const [, tags] = scripts.find(([pattern]) => pattern.test(text)) ?? []
  if (tags !== undefined && tags.length === 1) return tags[0] ?? null
  const [best, second] = rankedFor(text)
  if (best === undefined || best.known === 0) return null
  const isClose = second !== undefined && best.score - second.score < 1 && !areKin(best.tag, second.tag)
  return isClose ? null : best.tag
})

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu) ?? []
}

/** A lead that near languages have by chance no longer than a few words. */
const clearLead = 6

/** Whether a language is its kin and not itself: by far more of its words, by small words, or by letters that it has not. */
function isOfKin(text: string, language: string): boolean {
  const ranked = rankedFor(text)
  const [best] = ranked
  const own = ranked.find(({ tag }) => tag === language)
  if (best === undefined || own === undefined || best === own || !areKin(best.tag, language)) return false
  const lead = best.score - own.score
  if (lead >= clearLead && best.known >= own.known + 2) return true
  const small = (tag: string) => wordsOf(text).filter(word => smallWords[tag]?.has(word)).length
  if (small(best.tag) > 1 && small(language) === 0) return true
  const foreign = alphabets[language]
  return lead > 1 && foreign !== undefined && foreign.test(text)
}

/** A word that is no name, with a letter that the language does not write. */
const alphabets: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    cs: 'áčďéěíňóřšťúůýž',
    es: 'áéíóúüñ',
    it: 'àèéìíîòóùú',
    pt: 'áâãàçéêíóôõúü',
    ro: 'ăâîșțşţ',
    sk: 'áäčďéíĺľňóôŕšťúýž',
  }).map(([tag, letters]) => [
    tag,
    new RegExp(
      `(?<!\\p{L})\\p{Ll}[a-z${letters}]*(?![a-z${letters}])\\p{Ll}|(?<!\\p{L})(?![a-z${letters}])\\p{Ll}`,
      'u',
    ),
  ]),
)

/** Small words that none of a language's kin has. */
const smallWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    cs: 'být která který když jsou jste nebo pokud',
    de: 'das der die ein eine für ist mit nicht und wenn',
    es: 'del el hay las los muy más pero sus también usted y',
    it: 'alla anche che dal dalla degli dei della delle gli il mio nel nella più questo sono suo tuo',
    nl: 'een het niet op uw van voor wij',
    pt: 'ao aos até com das dos em isso meu minha não nós os pela pelo seu são também um uma você',
    ro: 'dacă din este pentru să sunt și şi în',
    sk: 'ak alebo aj byť keď ktorá ktorý pre ste sú',
  }).map(([tag, words]) => [tag, new Set(words.split(' '))]),
)

function scoreOf(
  { words, letters }: Profile,
  said: readonly string[],
  spelt: ReadonlyMap<string, readonly string[]>,
): number {
  const ofWords = said.reduce((sum, word) => sum + (words.get(word) ?? Math.log(0.0004)), 0)
  let ofLetters = 0
  for (const [letter, each] of spelt) ofLetters += each.length * (letters.get(letter) ?? Math.log(0.0002))
  return ofWords + 0.35 * ofLetters
}

/** “Polish” for `pl`, as far as it is known. */
export function languageName(tag: string): string {
  const known: Readonly<Record<string, { name: string }>> = list.languages
  return known[tag]?.name ?? names[tag] ?? `the language “${tag}”`
}

const names: Readonly<Record<string, string>> = {
  bn: 'Bengali',
  gu: 'Gujarati',
  pa: 'Punjabi',
  ta: 'Tamil',
  te: 'Telugu',
  ml: 'Malayalam',
  si: 'Sinhala',
  el: 'Greek',
  he: 'Hebrew',
  ti: 'Tigrinya',
  am: 'Amharic',
  th: 'Thai',
  ko: 'Korean',
  ja: 'Japanese',
  zh: 'Chinese',
  ka: 'Georgian',
  hy: 'Armenian',
  en: 'English',
}

/** Whether a tag is one of BCP 47, of a language that has a name. */
export function isLanguage(tag: string): boolean {
  // The language's only way to say that a tag is badly formed.
  try {
    const [language = ''] = Intl.getCanonicalLocales(tag.trim())
    const subtag = language.split('-')[0] ?? ''
    // “eng” is “en”: of two tags the shorter one is the language’s (RFC 5646, 2.2.1).
    if (/^[a-z]{3}(?:-|$)/i.test(tag.trim()) && subtag.length === 2) return false
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(subtag) !== undefined
  } catch {
    return false
  }
}

/** Whether words that are marked as `tag` can be in it: the script is one of it, and no other language fits far better. */
export function canBe(text: string, tag: string): boolean {
  const [language = '', ...subtags] = tag.toLowerCase().split('-')
  const [, tags] = scripts.find(([pattern]) => pattern.test(text)) ?? []
  const isLatinScript = subtags.includes('latn')
  if (isSpeltAsKin(text, language)) return false
  if (tags !== undefined) return tags.includes(language) || tags.some(each => areKin(each, language))
  if (notLatin.has(language) && !isLatinScript) return false
  const found = languageOf(text)
  if (found === null || found === language || !profiles().has(language)) return true
  return areKin(found, language) && !isOfKin(text, language)
}

function areKin(a: string, b: string): boolean {
  return kin.some(group => group.includes(a) && group.includes(b))
}

export function isRightToLeft(text: string): boolean {
  const rightToLeft =
    text.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return rightToLeft > 3 && rightToLeft * 2 > letters
}
