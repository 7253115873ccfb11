/** A text in pieces: those that are one of the words that were looked for, and what stands between. */
export function markWords(text: string, find: string): { words: string; hit: boolean; start: number }[] {
  const wanted = find
    .trim()
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (wanted.length === 0) return [{ words: text, hit: false, start: 0 }]
  const pieces: { words: string; hit: boolean; start: number }[] = []
  let end = 0
  for (const match of text.matchAll(new RegExp(wanted.join('|'), 'giu'))) {
    if (match.index > end) pieces.push({ words: text.slice(end, match.index), hit: false, start: end })
    pieces.push({ words: match[0], hit: true, start: match.index })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ words: text.slice(end), hit: false, start: end })
  return pieces
}
