import type { Node } from '@tiptap/pm/model'

/** Where a word stands first in a text, from its first letter on; null where it does not. */
export function firstWord(doc: Node, word: string): { from: number; to: number } | null {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'iu')
  let found: { from: number; to: number } | null = null
  doc.descendants((node, at) => {
    if (found !== null) return false
    if (!node.isTextblock) return true
    // What is no text takes one place each, as one sign does.
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
    const match = pattern.exec(text)
    if (match !== null) found = { from: at + 1 + match.index, to: at + 1 + match.index + match[0].length }
    return false
  })
  return found
}
