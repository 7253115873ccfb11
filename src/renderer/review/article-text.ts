import { findQuote, type Quote } from '../../shared/review/index.ts'

/**
 * The words of a shown page as one text, and the way back from a place in that text to the page. What is marked as taken
 * out is not among the words: nobody can comment on what is gone, and a comment finds its words again without it.
 */
export interface ArticleText {
  text: string
  pieces: readonly { node: Text; start: number }[]
}

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, caption, figcaption, summary, dt, dd, pre, blockquote'

export function articleText(root: Element): ArticleText {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const pieces: { node: Text; start: number }[] = []
  let text = ''
  let block: Element | null = null
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest('del') !== null) continue
    const within = node.parentElement.closest(blocks)
    if (within === null && node.data.trim() === '') continue
    if (text !== '' && within !== block) text += '\n'
    block = within
    pieces.push({ node, start: text.length })
    text += node.data
  }
  return { text, pieces }
}

/** The part of the page that holds the words from `start` to `end` of its text. */
export function rangeAt({ pieces }: ArticleText, start: number, end: number): Range | null {
  const first = pieces.findLast(piece => piece.start <= start)
  const last = pieces.findLast(piece => piece.start < end)
  if (first === undefined || last === undefined) return null
  const range = document.createRange()
  range.setStart(first.node, Math.min(start - first.start, first.node.length))
  range.setEnd(last.node, Math.min(end - last.start, last.node.length))
  return range
}

/** Where a selection stands in the text; null when it holds none of its words. */
export function offsetsOf({ pieces }: ArticleText, range: Range): { start: number; end: number } | null {
  const inside = pieces.filter(({ node }) => range.intersectsNode(node))
  const first = inside[0]
  const last = inside.at(-1)
  if (first === undefined || last === undefined) return null
  const start = first.start + (range.startContainer === first.node ? range.startOffset : 0)
  const end = last.start + (range.endContainer === last.node ? range.endOffset : last.node.length)
  return start < end ? { start, end } : null
}

/** Where the words of a comment stand on a shown page; `edited` where they are not the ones that it was made on. */
export interface PlacedWords {
  range: Range
  edited: boolean
}

/** Where each comment's words stand now; one on the whole page, or whose words are gone, is not in it. */
export function placesOf(
  article: ArticleText,
  comments: readonly { id: string; quote: Quote | null }[],
): ReadonlyMap<string, PlacedWords> {
  return new Map(
    comments.flatMap(({ id, quote }) => {
      const found = quote === null ? null : findQuote(article.text, quote)
      const range = found === null ? null : rangeAt(article, found.start, found.end)
      return found === null || range === null ? [] : [[id, { range, edited: found.edited }] as const]
    }),
  )
}
