/**
 * What somebody typed, word by word: which say something by themselves, what the site calls them, and which word was meant
 * where a letter slipped. Families write sentences: a page that has all of one comes first, and one that has most of it is
 * better than none.
 */

/** Words that stand on every page, or say nothing of what is looked for. */
const small = new Set(
  `a about after again all already also always am an and any anymore anyone anything are arent as at away back be because
  been being both but by can cannot cant come comes could couldnt did didnt do does doesnt doing done dont each either else
  even ever every everyone everything few for from gave get gets getting give gives go goes going gone gonna good got gotta
  had happen happened happening happens has hasnt have havent having he her here hers hes him his how i id if ill im in
  into is isnt it its ive just keep keeps kept kind know let lets like look looking lot lots make makes many may maybe me
  might mine more most much must my myself near need needed needs never no not nothing now of off often ok okay old on once
  one only or other others our out over own please put puts quite rather really right said same saw say saying says see
  seems she shes should shouldnt since so some somebody someone something sometimes soon sort still stuff such sure take
  takes taken than that thats the their them then there theres these they theyre theyve thing things think this those to
  today tomorrow too took try trying turn turns up us use very want wanted wanting wants was wasnt way we well went were
  werent weve what whats when where which while who whos why will with wont would wouldnt year years yet you your youre
  son sons daughter daughters child children kid kids boy boys girl girls teen teens teenager teenagers baby
  two three four five six seven eight nine ten eleven twelve`.split(/\s+/),
)

/** Whether a word says what is looked for. */
export function telling(word) {
  return !small.has(word) && !/^\d$/.test(word)
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

/** Left out of a phrase, or put into one, by whoever types in a hurry. */
const joining = new Set('a an the to in into at of for on my his her their our your im hes shes theyre'.split(' '))
/** So many other words that say nothing may stand between two words of a phrase: “school say they can’t cope”. */
const mostBetween = 2

/** What the site calls it, with the places of the typed words that were meant; a longer phrase is meant before its parts. */
export function sameMeaning(words, same) {
  const places = [...words.keys()].filter(at => !joining.has(words[at]))
  const all = same.flatMap(([says, means]) => {
    const some = wordsOf(says).filter(word => !joining.has(word))
    const of = some.length === 0 ? null : firstOf(places.map((_, from) => placesOf(some, words, places.slice(from))))
    return of === null ? [] : [{ means, of }]
  })
  // “Refused to go to school” is not about a decision that was refused.
  const isPart = (one, other) => one.of.length < other.of.length && one.of.every(at => other.of.includes(at))
  return all.filter(one => !all.some(other => isPart(one, other)))
}

const firstOf = found => found.find(one => one !== null) ?? null

/** The places of a phrase that begins at the first of `places`; null where it does not. */
function placesOf(phrase, words, places) {
  const found = []
  let between = 0
  for (const at of places) {
    if (found.length === phrase.length) break
    if (isSame(words[at], phrase[found.length])) {
      found.push(at)
      between = 0
    } else if (found.length === 0 || telling(words[at]) || ++between > mostBetween) return null
  }
  return found.length === phrase.length ? found : null
}

function isSame(typed, word) {
  return typed === word || stem(typed) === stem(word)
}

/** “Wetting”, “wets” and “wet” are one word. What is left of a word is never shorter than three letters. */
function stem(word) {
  const one = word.replace(/(?<=...)(?:(?<=[sxz]|[cs]h)es|(?<=[^s])s)$/, '')
  const bare = one.replace(/(?<=...)(?:ing|ed)$/, '')
  if (bare === one) return one.replace(/(?<=....)e$/, '')
  return bare.replace(/([bdgmnprt])\1$/, '$1')
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

/** “bluebadge” as “blue badge”: two words of the site, written as one. */
export function inTwo(typed, words) {
  const all = new Set(words)
  const ways = Array.from({ length: Math.max(0, typed.length - 5) }, (_, at) => [
    typed.slice(0, at + 3),
    typed.slice(at + 3),
  ])
  return ways.filter(way => way.every(part => all.has(part))).map(way => way.join(' '))
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
 * and the typed words that it stands for. The more of what was typed a page has, the earlier it comes, and a rare word says
 * more than one that many pages have.
 */
export function together(found) {
  const worth = new Map()
  const pages = new Map()
  // What is meant says how rare it is, not the word that happened to be typed for it.
  for (const { weight, of, results } of [...found].sort((one, other) => one.weight - other.weight)) {
    if (results.length === 0) continue
    const rare = 1 / Math.log2(2 + results.length)
    for (const place of of) worth.set(place, rare)
    for (const result of results) {
      const page = pages.get(result.id) ?? { result, points: 0, has: new Set() }
      page.points += weight * rare * Math.sqrt(result.score)
      for (const place of of) page.has.add(place)
      pages.set(result.id, page)
    }
  }
  const sum = places => [...places].reduce((all, place) => all + worth.get(place), 0)
  const pointsOf = ({ points, has }) => points * sum(has)
  return [...pages.values()].sort((one, other) => pointsOf(other) - pointsOf(one)).map(({ result }) => result)
}
