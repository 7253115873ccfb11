import { type Inline, type Node, type Text, textOf } from '../content/index.ts'
import type { Fix, TextBlock } from './rule.ts'

/**
 * A fix that puts other words in place of some of a block's: `start` and `end` are offsets into the block's text. The new
 * words take the marks of the first word that they replace.
 */
export function rewording(
  label: string,
  block: Pick<TextBlock, 'node' | 'path'>,
  start: number,
  end: number,
  words: string,
): Fix {
  return { label, edits: [{ path: block.path, nodes: [withWords(block.node, start, end, words)] }] }
}

function withWords(node: Node, start: number, end: number, words: string): Node {
  if (!('content' in node) || !Array.isArray(node.content)) return node
  const result: Inline[] = []
  let offset = 0
  let put = false
  for (const inline of node.content as Inline[]) {
    const length = textOf(inline).length
    const from = Math.max(start - offset, 0)
    const to = Math.min(end - offset, length)
    offset += length
    if (inline.type !== 'text' || from >= to) {
      result.push(inline)
      continue
    }
    const text = inline.text.slice(0, from) + (put ? '' : words) + inline.text.slice(to)
    put = true
    if (text !== '') result.push({ ...inline, text } satisfies Text)
  }
  return { ...node, content: result } as Node
}
