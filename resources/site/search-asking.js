/**
 * Asks the index for each word that was typed and for what the site calls it, and puts the answers together. The index
 * never says that it has not got a word: it answers with whatever begins a little alike (“as” for “asdfgh”). What it marked
 * tells, so that is looked at before anything counts as found.
 */
import { inTwo, isLike, nearestWords, sameMeaning, telling, together, wordsOf } from './search-words.js'

/** For Pagefind: whoever has the words for it wants the page that is called so. */
export const ranking = { metaWeights: { title: 15 } }

const said = 1
/** What the site calls it finds the page on it; what was typed finds those that mention it. */
const meant = 3
/** “Won't eat” is not about eating. */
const aside = 0.3
/** Each costs a question to the index. */
const mostTries = 4

/**
 * `known`: `same` has pairs of what families type and what the site calls it, `words` the words of titles and summaries.
 * `isOrdinary` answers whether a word is English: it is no slip of a letter, whatever the site has that looks like it.
 */
export async function ask(pagefind, text, known, isOrdinary) {
  const asked = new Map()
  const answer = words => {
    if (!asked.has(words)) asked.set(words, found(pagefind, words))
    return asked.get(words)
  }
  const typed = wordsOf(text)
  const words = []
  const mended = []
  for (const word of typed) {
    const better = await mend(word)
    words.push(...wordsOf(better ?? word))
    if (better !== null) mended.push({ typed: word, word: better })
  }
  const terms = termsOf(words, known)
  const answers = await Promise.all(
    terms.map(async ({ words, weight, of }) => ({ weight, of, results: await answer(words) })),
  )
  return { results: together(answers), mended }

  /** Only to a word that leads somewhere, and only what leads nowhere by itself. */
  async function mend(word) {
    if (!telling(word) || word.length < 4 || /\d/.test(word)) return null
    if (known.same.some(([says]) => wordsOf(says).includes(word))) return null
    const candidates = [...inTwo(word, known.words), ...nearestWords(word, known.words)].slice(0, mostTries)
    if (candidates.length === 0 || (await answer(word)).length > 0 || (await isOrdinary(word))) return null
    for (const candidate of candidates) {
      for (const { words } of termsOf(wordsOf(candidate), known)) if ((await answer(words)).length > 0) return candidate
    }
    return null
  }
}

/** What to ask, each with the places of the typed words that it stands for. */
export function termsOf(words, { same }) {
  const terms = new Map()
  const inPhrase = new Set()
  for (const { means, of } of sameMeaning(words, same)) {
    const term = wordsOf(means).join(' ')
    terms.set(term, { words: term, weight: meant, of: new Set([...(terms.get(term)?.of ?? []), ...of]) })
    if (of.length > 1) for (const at of of) inPhrase.add(at)
  }
  const places = words.flatMap((word, at) => (telling(word) ? [at] : []))
  for (const at of places.length > 0 ? places : words.keys()) {
    const word = words[at]
    const of = new Set([...(terms.get(word)?.of ?? []), at])
    terms.set(word, { words: word, weight: terms.get(word)?.weight ?? (inPhrase.has(at) ? aside : said), of })
  }
  return [...terms.values()]
}

/**
 * Whoever looks for something to go to cannot go to what was. `lastDays`: by the id of a result, as `2026-03-14`; `today`
 * likewise. Answers each result with whether it is over, and those that are last, in the order that they had.
 */
export function pastLast(results, lastDays, today) {
  const told = results.map(result => ({ result, isOver: lastDays[result.id] < today }))
  return [...told.filter(({ isOver }) => !isOver), ...told.filter(({ isOver }) => isOver)]
}

/** The best few tell: of the forms of a word, another one may stand in the first. */
const mostLookedAt = 3

async function found(pagefind, words) {
  const { results } = await pagefind.search(words)
  const marked = (await Promise.all(results.slice(0, mostLookedAt).map(result => result.data()))).flatMap(markedIn)
  return wordsOf(words).every(word => marked.some(each => isLike(word, each))) ? results : []
}

function markedIn({ raw_content, locations }) {
  const content = raw_content.split(/\s+/)
  return locations.flatMap(at => wordsOf(content[at] ?? ''))
}
