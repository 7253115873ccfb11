/**
 * A text in pieces: those that begin with one of the words that were looked for, and what stands between. Only the
 * beginnings of words count, as in the search itself, and of one or two letters only a whole word: the “a” of “naming a
 * school” would mark half the letters otherwise.
 */
export function markWords(text: string, find: string): { words: string; hit: boolean; start: number }[] {
  const wanted = find
    .trim()
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + (word.length < 3 ? '(?![\\p{L}\\p{N}])' : ''))
  if (wanted.length === 0) return [{ words: text, hit: false, start: 0 }]
  const pieces: { words: string; hit: boolean; start: number }[] = []
  let end = 0
  for (const match of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})`, 'giu'))) {
    if (match.index > end) pieces.push({ words: text.slice(end, match.index), hit: false, start: end })
    pieces.push({ words: match[0], hit: true, start: match.index })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ words: text.slice(end), hit: false, start: end })
  return pieces
}
