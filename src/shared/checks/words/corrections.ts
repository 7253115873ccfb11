import { isListed, listedWith } from './english.ts'

/** What a word that is not in the dictionary was probably meant to be: the likeliest first, none where nothing is near. */
export function correctionsOf(word: string): readonly string[] {
  const near = [...oneAway(word)]
  if (near.length > 0) return near
  return word.length < 10 ? [] : twoAway(word)
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** In the order of how often people do it: two letters swapped, one written once or twice, one left out, another one. */
function oneAway(word: string): ReadonlySet<string> {
  const found = new Set<string>()
  const put = (other: string) => {
    if (other !== word && isListed(other)) found.add(other)
  }
  const places = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (const at of places) put(word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2))
  for (const at of places) put(word.slice(0, at) + (word[at] ?? '') + word.slice(at))
  for (const at of places) put(word.slice(0, at) + word.slice(at + 1))
  for (const at of places.slice(1)) for (const letter of letters) put(word.slice(0, at) + letter + word.slice(at))
  for (const at of places.slice(1)) for (const letter of letters) put(word.slice(0, at) + letter + word.slice(at + 1))
  return found
}

/** Long words, where two letters are wrong and still no other word is as near; the first letter is hardly ever wrong. */
function twoAway(word: string): readonly string[] {
  const found = listedWith(word[0] ?? '').filter(
    other => other.length >= 9 && Math.abs(other.length - word.length) <= 1 && distance(word, other) <= 2,
  )
  return found.length <= 2 ? found : []
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const put = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(put, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
