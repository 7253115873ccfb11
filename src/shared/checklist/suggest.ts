import MiniSearch from 'minisearch'
import type { Requirement } from './schema.ts'

export interface Suggestion {
  id: string
  score: number
  /** The page's own words that speak for it. */
  words: string[]
}

/** Words that stand in pages and requirements about anything, and so tell nothing of what either is about. */
const common = new Set(
  'the a an and or of to in for with on at by from is are be been can may must should will who what when where how that this these those their they them it its as not no if your you we our us child children young people person family families says say information support help need needs local council page pages about including which each other any all more than also send up out has have after again ask asks before begin begins between both bring call change check checks clear come day days different do does during each early easy end every explain explains find first follow get give gives given go good here into just keep know last lasts later learn list long look looks made make makes many meet month months most near new next now number offer offers often only open own plain put read right same see set sets show shows since some soon start starts still such take tell tells than then there thing things through time times today under until use used using want way ways week weeks well while whether within without word words work works write year years yet'.split(
    ' ',
  ),
)

/** A crude stem is enough here: plurals and -ing forms meet their root. Null leaves a word out. */
function term(word: string): string | null {
  const lower = word.toLowerCase()
  if (lower.length < 3 || common.has(lower)) return null
  return lower.replace(/(?:ies)$/, 'y').replace(/(?:ing|ed|es|s)$/, '')
}

const wordsOf = (text: string) => text.match(/[\p{L}][\p{L}’'-]+/gu)?.map(word => word.toLowerCase()) ?? []

/** The words of a requirement that tell what it is about, for looking for pages. */
export function tellingWords(requirement: Pick<Requirement, 'text'>): string[] {
  return [...new Set(wordsOf(requirement.text).filter(word => term(word) !== null))]
}

/** The words of a text that a requirement has too, in whatever form; each once, in the order of the text. */
export function wordsInCommon(requirement: Pick<Requirement, 'text'>, text: string): string[] {
  const asked = new Set(tellingWords(requirement).map(term))
  const found = new Map<string, string>()
  for (const word of wordsOf(text)) {
    const root = term(word)
    if (root !== null && asked.has(root) && !found.has(root)) found.set(root, word)
  }
  return [...found.values()]
}

/**
 * Requirements that a page looks as if it answers, best first, ranked by BM25 over the words of the requirements (the
 * page's words are the query). At most `limit`; none that is tagged already, and none for a page too short to say.
 */
export function suggestRequirements(
  text: string,
  requirements: readonly Requirement[],
  tagged: readonly string[],
  limit = 5,
): Suggestion[] {
  const words = [...new Set(wordsOf(text))]
  if (words.length < 5) return []
  const index = new MiniSearch<Requirement>({ fields: ['text'], processTerm: term })
  index.addAll(requirements.filter(requirement => requirement.kind === 'content' && !tagged.includes(requirement.id)))
  return index
    .search(words.join(' '), { combineWith: 'OR' })
    .filter(result => result.terms.length >= 2)
    .slice(0, limit)
    .map(result => ({
      id: String(result.id),
      score: result.score,
      words: words.filter(word => result.terms.includes(term(word) ?? '')),
    }))
}
