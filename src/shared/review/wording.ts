import { rewording } from '../checks/edit-text.ts'
import type { Edit } from '../checks/index.ts'
import { childrenOf, type Doc, type Node, textOf, walk } from '../content/index.ts'
import { findQuote } from './anchor.ts'
import type { Quote } from './records.ts'

/** Whether somebody can suggest other words for these: they stand in one block, so that it is clear where the others go. */
export function canBeReworded(quote: Quote): boolean {
  return !quote.exact.includes('\n')
}

/**
 * What puts a suggested wording in place of the words that it is for. Null where those words are not on the page any more
 * as they were quoted: a suggestion is for exact words, and nobody means it for others.
 */
export function takingWording(doc: Doc, quote: Quote, wording: string): Edit[] | null {
  const blocks = wordBlocks(doc)
  const text = blocks.map(block => block.text).join('\n')
  const found = findQuote(text, quote)
  if (found === null || found.edited) return null
  let start = 0
  for (const { node, path, text: own } of blocks) {
    if (found.start >= start && found.end <= start + own.length) {
      const block = { node, path, text: own }
      return rewording('', block, found.start - start, found.end - start, wording).edits
    }
    start += own.length + 1
  }
  return null
}

/** Every block that holds words itself, in reading order. */
function wordBlocks(doc: Doc): { node: Node; path: number[]; text: string }[] {
  const blocks: { node: Node; path: number[]; text: string }[] = []
  walk(doc, (node, path) => {
    if (!childrenOf(node).some(child => child.type === 'text')) return
    blocks.push({ node, path: [...path], text: textOf(node) })
    return false
  })
  return blocks
}
