import type { Quote } from './records.ts'

/** Where quoted words stand in a text, in UTF-16 offsets. `edited`: other words stand in their place, but not all of them. */
export interface Anchored {
  start: number
  end: number
  edited: boolean
}

/**
 * Finds quoted words again after an edit: where they stand to the letter, at the place whose surroundings agree best; where
 * they were edited, between what stood on either side. Null when they are gone. A few words that stand somewhere else by
 * chance, with other neighbours, are not the ones that were meant.
 */
export function findQuote(text: string, quote: Quote): Anchored | null {
  if (quote.exact.trim() === '') return null
  return findExact(text, quote) ?? findEdited(text, quote)
}

/** So many words are not written twice by chance: they were moved. */
const manyWords = 5
/** As much of a neighbour as says that it is the same. */
const sameNeighbour = 6

function findExact(text: string, quote: Quote): Anchored | null {
  let best: { start: number; score: number; same: boolean } | null = null
  for (let start = text.indexOf(quote.exact); start !== -1; start = text.indexOf(quote.exact, start + 1)) {
    const end = start + quote.exact.length
    const before = sameEnd(text.slice(Math.max(0, start - quote.prefix.length), start), quote.prefix)
    const after = sameStart(text.slice(end, end + quote.suffix.length), quote.suffix)
    const same =
      isSame(before, quote.prefix) || isSame(after, quote.suffix) || (quote.prefix === '' && quote.suffix === '')
    if (best === null || before + after > best.score) best = { start, score: before + after, same }
  }
  if (best === null || !(best.same || tokensOf(quote.exact).length >= manyWords)) return null
  return { start: best.start, end: best.start + quote.exact.length, edited: false }
}

function isSame(shared: number, neighbour: string): boolean {
  return neighbour !== '' && shared >= Math.min(sameNeighbour, neighbour.length)
}

interface Token {
  word: string
  start: number
  end: number
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))
}

/** More than a page has: what is longer is looked through no further. */
const mostWords = 30_000

/** The words in the order of the quote and its neighbours, as many as are still there, wherever they stand closest together. */
function findEdited(text: string, { prefix, exact, suffix }: Quote): Anchored | null {
  const [before, within, after] = [tokensOf(prefix), tokensOf(exact), tokensOf(suffix)]
  const words = tokensOf(text).slice(0, mostWords)
  const wanted = [...before, ...within, ...after]
  const places = align(
    wanted.map(({ word }) => word),
    words.map(({ word }) => word),
  )
  const first = before.length
  const own = places.slice(first, first + within.length).filter(place => place !== null)
  const around = [...places.slice(0, first), ...places.slice(first + within.length)].filter(place => place !== null)
  const enough = own.length * 2 >= within.length && own.length > 0
  if (!enough || (within.length < manyWords && around.length < 2)) return null
  const [left, right] = [first > 0 ? places[first - 1] : null, places[first + within.length] ?? null]
  const from = typeof left === 'number' ? left + 1 : Math.min(...own)
  const to = right === null ? Math.max(...own) : right - 1
  const [start, end] = [words[from]?.start, words[to]?.end]
  return start === undefined || end === undefined ? null : { start, end, edited: true }
}

const [hit, miss] = [4, 1]

/** For each wanted word its place among the words, or null; a whole run of wanted words is found in one part of the text. */
function align(wanted: readonly string[], words: readonly string[]): (number | null)[] {
  const width = words.length + 1
  const score = new Int32Array((wanted.length + 1) * width)
  for (let row = 1; row <= wanted.length; row++) {
    for (let column = 0; column < width; column++) {
      const above = (score[(row - 1) * width + column] ?? 0) - miss
      const left = column === 0 ? above : (score[row * width + column - 1] ?? 0) - miss
      const matches = column > 0 && wanted[row - 1] === words[column - 1]
      const across = matches ? (score[(row - 1) * width + column - 1] ?? 0) + hit : above
      score[row * width + column] = Math.max(above, left, across)
    }
  }
  let column = 0
  for (let each = 0, last = wanted.length * width; each < width; each++) {
    if ((score[last + each] ?? 0) > (score[last + column] ?? 0)) column = each
  }
  const places: (number | null)[] = wanted.map(() => null)
  for (let row = wanted.length; row > 0; ) {
    const here = score[row * width + column] ?? 0
    if (column > 0 && wanted[row - 1] === words[column - 1]) {
      if (here === (score[(row - 1) * width + column - 1] ?? 0) + hit) {
        places[row - 1] = column - 1
        row--
        column--
        continue
      }
    }
    if (here === (score[(row - 1) * width + column] ?? 0) - miss) row--
    else column--
  }
  return places
}

function sameStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

function sameEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}
