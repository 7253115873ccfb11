import { sentencesOf } from '../checks/sentences.ts'
import { isEnglish, localNames } from '../checks/words/english.ts'
import { monthNames } from '../content/index.ts'
import { type KnownWords, matches, type Recognised } from './recognised.ts'

/** Names of people: those that a title or a kinship word gives away, and capitals in the middle of a sentence. */

const word = String.raw`\p{Lu}(?:[’']\p{Lu})?\p{Ll}[\p{L}’'-]*`
const name = `${word}(?: ${word}){0,2}`
const titled = new RegExp(String.raw`\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Nurse)\.? ${name}`, 'gu')
const kin =
  'son|daughter|child|boy|girl|lad|twins?|brother|sister|grandson|granddaughter|grandchild|nephew|niece|husband|wife|partner|mum|dad|nan|foster (?:son|daughter|child)|stepson|stepdaughter|friend|teacher|social worker|key worker|carer'
const ofKin = new RegExp(
  String.raw`(?<=\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|an?|year[ -]old) (?:(?:eldest|youngest|older|younger|little|autistic|disabled|adopted) )?(?:${kin}),? (?:is called |called |named |is )?)${name}`,
  'gu',
)
const called = new RegExp(
  String.raw`(?<=\b(?:[Mm]y name is|[Nn]ame['’]s|is called|was called|spoke to|spoke with|emailed|thanks? to|thank you(?: to)?|signed|regards,?|from,?) )${name}`,
  'gu',
)

/** Words with a capital that are nobody's name, and that no dictionary lists in small letters. */
const common: ReadonlySet<string> = new Set([
  ...monthNames.map(month => month.toLowerCase()),
  ...'monday tuesday wednesday thursday friday saturday sunday england english britain british wales london europe european'.split(
    ' ',
  ),
  ...'christmas easter google microsoft english maths polish romanian ukrainian urdu bengali arabic punjabi portuguese nhs'.split(
    ' ',
  ),
])

export function namesOfPeople(text: string, { notNames }: KnownWords): Recognised[] {
  const places = placesAmong(localNames())
  const isKnown = (word: string) => {
    const plain = word.toLowerCase().replace(/[’']s$/, '')
    // “On Saturdays”, “the Cafés”.
    return [plain, plain.replace(/s$/, '')].some(one => notNames.has(one) || common.has(one) || places.has(one))
  }
  const given = [...matches('name', text, titled), ...matches('name', text, ofKin), ...matches('name', text, called)]
  const sure = given.filter(({ words }) => !words.split(' ').every(isKnown))
  return [...sure, ...capitalsWithin(text, word => isKnown(word) || isEnglish(word))]
}

const lower = new WeakMap<readonly string[], ReadonlySet<string>>()

/** A file of comments asks for the same names thousands of times. */
function placesAmong(names: readonly string[]): ReadonlySet<string> {
  const known = lower.get(names) ?? new Set(names.map(place => place.toLowerCase()))
  lower.set(names, known)
  return known
}

/** Words with a capital after the first of a sentence, next to one another taken together, that are no English words. */
function capitalsWithin(text: string, isKnown: (word: string) => boolean): Recognised[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end)
    // All in capitals, or each word with one: a heading, of which nothing can be told.
    if (!/\s\p{Ll}/u.test(sentence)) return []
    return matches('name', sentence, /\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\p{Ll}[\p{L}’'-]*){0,2}/gu)
      .map(each => withoutOpening(each))
      .filter(({ words }) => words !== '' && !words.split(' ').every(word => isKnown(word.replace(/[’'-]+$/, ''))))
      .map(each => ({ ...each, start: start + each.start, end: start + each.end }))
  })
}

/** Every sentence begins with a capital, so that its first word says nothing. */
function withoutOpening(found: Recognised): Recognised {
  if (found.start > 0) return found
  const [first = '', ...rest] = found.words.split(' ')
  const start = rest.length === 0 ? found.end : first.length + 1
  return { ...found, start, words: rest.join(' ') }
}
