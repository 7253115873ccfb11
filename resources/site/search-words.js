/**
 * What somebody typed, word by word: which say something by themselves, what the site calls them, and which word was meant
 * where a letter slipped. Families write sentences: a page that has all of one comes first, and one that has most of it is
 * better than none.
 */

/** Words that stand on every page, or say nothing of what is looked for. */
const small = new Set(
  `a about after all also am an and any are as at be because been but by can cannot could did do does for from get gets
  getting go goes going had has have he her hers him his how i if im in into is it its just know like look looking me my
  near need needs no not said still very happens of off old on one or our out over she should so some somebody someone son daughter child children
  kid kids boy girl teenager teen baby hes shes theyre im ive id weve cant dont doesnt didnt isnt arent wasnt hasnt
  havent wont wouldnt really please something anything keep keeps kept every thing things being having they them being
  than that the their them then there they this to too up us want wants was we were what when where which who why will
  with would year years you your two three four five six seven eight nine ten eleven twelve`.split(/\s+/),
)

/** Whether a word says what is looked for. */
export function telling(word) {
  return !small.has(word)
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

/** What the site calls it, with the places of the typed words that were meant; a longer phrase is meant before its parts. */
export function sameMeaning(words, same) {
  const all = same.flatMap(([says, means]) => {
    const some = wordsOf(says)
    const at = words.findIndex((_, at) => some.every((word, more) => stem(words[at + more] ?? '') === stem(word)))
    return some.length === 0 || at < 0 ? [] : [{ means, of: some.map((_, more) => at + more) }]
  })
  // “Refused to go to school” is not about a decision that was refused.
  const isPart = (one, other) => one.of.length < other.of.length && one.of.every(at => other.of.includes(at))
  return all.filter(one => !all.some(other => isPart(one, other)))
}

function stem(word) {
  return word.length > 3 ? word.replace(/(?:es|s)$/, '') : word
}

/** Whether a word of a page is the one that was looked for, or another form of it, and not merely begins alike. */
export function isLike(word, found) {
  return found.startsWith(word.length < 4 ? word : word.slice(0, Math.max(4, word.length - 3)))
}

/** Words of the site that are a slip of a letter away, the nearest first. Hardly anybody gets the first letter wrong. */
export function nearestWords(typed, words) {
  const far = typed.length < 8 ? 1 : 2
  return words
    .flatMap(word => {
      if (word.length < 4 || word[0] !== typed[0] || Math.abs(word.length - typed.length) > far) return []
      const apart = distance(typed, word, far + 1)
      return apart === 0 || apart > far ? [] : [{ word, apart }]
    })
    .sort((one, other) => one.apart - other.apart)
    .map(({ word }) => word)
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
 * Puts what was found for each term together: `found` has for each its weight, its results (`id` and `score`, best first)
 * and the typed words that it stands for. What has all that was typed comes before what has some of it, and a rare word
 * says more than one that many pages have.
 */
export function together(found) {
  const all = new Set(found.flatMap(({ of, results }) => (results.length > 0 ? [...of] : [])))
  const pages = new Map()
  for (const { weight, of, results } of found) {
    const [best] = results
    const rare = weight / Math.log2(2 + results.length)
    for (const result of results) {
      const page = pages.get(result.id) ?? { result, points: 0, has: new Set() }
      page.points += rare * (0.5 + (0.5 * result.score) / (best.score || 1))
      for (const place of of) page.has.add(place)
      pages.set(result.id, page)
    }
  }
  const hasAll = ({ has }) => Number(has.size === all.size)
  return [...pages.values()]
    .sort((one, other) => hasAll(other) - hasAll(one) || other.points - one.points)
    .map(({ result }) => result)
}
