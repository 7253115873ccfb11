/**
 * The words around what was found, from the start of a sentence where one is near, and never the title over again. Of a page
 * that is called so, what its team says of it: that follows the title.
 */

const length = 30
/** A sentence that began longer ago than that is cut. */
const farthestBack = 18

/** Pieces of text, each with whether it is what was looked for. */
export function excerptOf({ raw_content, locations, meta }) {
  const words = raw_content.split(/\s+/).filter(word => word !== '')
  const title = (meta.title ?? '').split(/\s+/)
  const isTitled = title.every((word, at) => bare(words[at] ?? '') === bare(word))
  const first = isTitled ? title.length : 0
  const marked = new Set(locations)
  const isCalledSo = locations.some(at => at < first)
  // An email address says the name over again, and is nothing to read.
  const best = isCalledSo ? first : (densest(locations.filter(at => at >= first && !words[at]?.includes('@'))) ?? first)
  const start = startNear(words, best, first)
  const shown = words.slice(start, start + length)
  const pieces = shown.map((text, at) => ({ text, isMarked: marked.has(start + at) }))
  if (start > first && !endsSentence(words[start - 1])) pieces.unshift({ text: '…', isMarked: false })
  if (start + length < words.length && !endsSentence(shown.at(-1) ?? '.')) pieces.push({ text: '…', isMarked: false })
  return pieces
}

function bare(word) {
  return word.replace(/[.?!]$/, '')
}

/** The first of the places from which on the most others are near. */
function densest(places) {
  const near = places.map(from => places.filter(at => at >= from && at < from + length - farthestBack / 2).length)
  return places[near.indexOf(Math.max(...near))]
}

function startNear(words, best, first) {
  for (let at = best; at >= Math.max(first, best - farthestBack); at--) {
    if (at === first || endsSentence(words[at - 1])) return at
  }
  return Math.max(first, best - 4)
}

function endsSentence(word) {
  return /[.?!]["”’)]?$/.test(word)
}
