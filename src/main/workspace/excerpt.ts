/** About two lines on screen. */
const longest = 160
/** How much of that may stand before the hit. */
const before = 50

/**
 * The words around the first place where one of `terms` (in small letters, without accents) begins a word; the beginning
 * of the text where none does. Cut between words, with an ellipsis where something was left out.
 */
export function excerptOf(text: string, terms: readonly string[]): string {
  return foundIn(text, terms).excerpt
}

/** The same, with the word that was found as it is written there; null where none of them is there. */
export function foundIn(text: string, terms: readonly string[]): { excerpt: string; found: string | null } {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  const hit = firstHit(flat, terms)
  const found = hit === null ? null : (/^[\p{L}\p{N}\p{M}’'‘]+/u.exec(flat.slice(hit))?.[0] ?? null)
  return { excerpt: around(flat, hit ?? 0), found }
}

function around(flat: string, at: number): string {
  const from = at <= before ? 0 : flat.indexOf(' ', at - before) + 1
  const cut = flat.slice(from, from + longest)
  const whole = from + longest >= flat.length
  const words = whole ? cut : cut.slice(0, Math.max(cut.lastIndexOf(' '), at - from + 1))
  return `${from > 0 ? '… ' : ''}${words.trim()}${whole ? '' : ' …'}`
}

/** Terms are letters and digits alone; in the text an apostrophe may stand between them. */
function firstHit(flat: string, terms: readonly string[]): number | null {
  const small = plain(flat)
  const hits = terms.flatMap(term => {
    const letters = [...term.replaceAll(/[^\p{L}\p{N}]/gu, '')]
    const found = new RegExp(`(?<![\\p{L}\\p{N}])${letters.join("[’'‘]?")}`, 'u').exec(small)
    return found ? [found.index] : []
  })
  return hits.length === 0 ? null : Math.min(...hits)
}

/** In small letters and without accents, one character for each, so that places in it are places in the text. */
function plain(text: string): string {
  return [...text]
    .map(letter => {
      const small = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
      return small.length === letter.length ? small : letter
    })
    .join('')
}
