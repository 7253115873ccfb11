import MiniSearch from 'minisearch'
import type { Requirement } from './schema.ts'

export interface Suggestion {
  id: string
  score: number
  /** The page's own words that speak for it. */
  words: string[]
}

/** Words that stand in every page and every requirement, and so tell nothing. */
const common = new Set(
  'the a an and or of to in for with on at by from is are be been can may must should will who what when where how that this these those their they them it its as not no if your you we our us child children young people person family families says say information support help need needs local council page pages about including which each other any all more than also send up out has have'.split(
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
