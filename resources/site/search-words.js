/**
 * From what somebody typed to what the index is asked: each word that says something by itself, what the site calls it,
 * and the word that was meant where a letter slipped. Families write sentences, and a page that has most of one is better
 * than none that has all of it.
 */

/** Words that stand on every page, or say nothing of what is looked for. */
const small = new Set(
  `a about after all also am an and any are as at be because been but by can cannot could did do does for from get gets
  getting go goes going had has have he her hers him his how i if im in into is it its just know like look looking me my
  near need needs no not said still very happens of off old on one or our out over she should so some somebody someone son daughter child children
  than that the their them then there they this to too up us want wants was we were what when where which who why will
  with would year years you your two three four five six seven eight nine ten eleven twelve`.split(/\s+/),
)

const said = 1
/** What the site calls it finds the page on it; what was typed finds those that mention it. */
const meant = 2

/**
 * `known`: `same` has pairs of what families type and what the site calls it, `words` the words of titles and summaries.
 * `unknown` are the words that the index does not have. Answers what to ask the index, each with its weight, and the words that were taken for others.
 */
export function searchesFor(text, known, unknown = new Set(oddWordsIn(text, known))) {
  const typed = wordsOf(text)
  const mended = typed.map(word => (unknown.has(word) ? mend(word, known.words) : { typed: word, word }))
  const words = mended.map(({ word }) => word)
  const terms = new Map()
  for (const [says, means] of known.same) {
    if (isIn(wordsOf(says), words) || isIn(wordsOf(says), typed)) terms.set(wordsOf(means).join(' '), meant)
  }
  const telling = words.filter(word => !small.has(word))
  for (const word of telling.length > 0 ? telling : words) if (!terms.has(word)) terms.set(word, said)
  return {
    terms: [...terms].map(([words, weight]) => ({ words, weight })),
    mended: mended.filter(({ word, typed }) => word !== typed),
  }
}

export function wordsOf(text) {
  return (
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Whether any of the phrases is meant, with a letter wrong too: who is in distress does not look at the spelling. */
export function isUrgent(text, phrases) {
  const typed = wordsOf(text)
  return phrases.some(phrase => {
    const some = wordsOf(phrase)
    const isLike = (word, given) => word === given || (word.length > 6 && distance(given, word, 2) < 2)
    return some.length > 0 && typed.some((_, at) => some.every((word, more) => isLike(word, typed[at + more] ?? '')))
  })
}

/** One after the other, whether one of them or several are meant. */
function isIn(some, all) {
  return some.length > 0 && all.some((_, at) => some.every((word, more) => stem(all[at + more] ?? '') === stem(word)))
}

function stem(word) {
  return word.length > 3 ? word.replace(/(?:es|s)$/, '') : word
}

/** Words that stand in no title and no summary, so that a letter may have slipped: the index says whether it has them. */
export function oddWordsIn(text, { words }) {
  const stems = new Set(words.map(stem))
  return wordsOf(text).filter(word => word.length > 3 && !/\d/.test(word) && !small.has(word) && !stems.has(stem(word)))
}

/** Whether the word, or another form of it, is one of those that are marked in an excerpt. */
export function isAmong(word, excerpt) {
  const beginning = word.slice(0, Math.max(4, word.length - 3))
  return Array.from(excerpt.matchAll(/<mark>(.*?)<\/mark>/g), ([, marked]) => wordsOf(marked))
    .flat()
    .some(marked => marked.startsWith(beginning))
}

function mend(typed, words) {
  const far = typed.length < 8 ? 1 : 2
  let best = { typed, word: typed }
  let least = far + 1
  for (const word of words) {
    if (word.length < 4 || Math.abs(word.length - typed.length) > far) continue
    const apart = distance(typed, word, least)
    if (apart < least) {
      least = apart
      best = { typed, word }
    }
  }
  return best
}

/** How many letters were left out, put in, changed, or swapped with their neighbour; `most` where it is no fewer. */
function distance(one, other, most) {
  let before = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let at = 1; at <= other.length; at++) {
      const change = one[row - 1] === other[at - 1] ? 0 : 1
      next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + change)
      const areSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      if (areSwapped) next[at] = Math.min(next[at], before[at - 2] + 1)
    }
    if (Math.min(...next) >= most) return most
    before = last
    last = next
  }
  return last[other.length]
}

/**
 * Puts what was found for each term together: `found` has for each its weight and its results (`id` and `score`), best
 * first. What has more of what was typed comes first, and a rare word says more than one that many pages have.
 */
export function together(found) {
  const pages = new Map()
  for (const { weight, results } of found) {
    const [best] = results
    const rare = weight / Math.log2(2 + results.length)
    for (const result of results) {
      const page = pages.get(result.id) ?? { result, points: 0 }
      page.points += rare * (0.5 + (0.5 * result.score) / (best.score || 1))
      pages.set(result.id, page)
    }
  }
  return [...pages.values()].sort((one, other) => other.points - one.points).map(({ result }) => result)
}
