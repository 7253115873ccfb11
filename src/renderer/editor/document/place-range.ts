import type { Node as EditorNode } from '@tiptap/pm/model'
import type { Place } from '../../../shared/checks/rule.ts'

export interface PlaceRange {
  from: number
  to: number
  /** The whole of a node is meant, not some words of it. */
  whole: boolean
}

/**
 * Where a place of the document model stands in the editor's document, in its positions; null when there is no such
 * place (any more), and for the document itself. Child indices are the same in both: the model has the editor's shape.
 */
export function rangeOfPlace(doc: EditorNode, place: Place): PlaceRange | null {
  const found = nodeAtPath(doc, place.path)
  if (found === null) return null
  const { node, pos } = found
  if (pos < 0) return null
  const { start, end } = place
  if (start === undefined || end === undefined) return { from: pos, to: pos + node.nodeSize, whole: true }
  if (node.isText) return { from: pos + start, to: Math.min(pos + end, pos + node.nodeSize), whole: false }
  return wordsIn(node, pos + 1, start, end)
}

/** The node at a path of child indices, and the position right before it; `[]` is the document, at -1. */
export function nodeAtPath(doc: EditorNode, path: readonly number[]): { node: EditorNode; pos: number } | null {
  let node = doc
  let pos = -1
  for (const index of path) {
    if (index < 0 || index >= node.childCount) return null
    pos += 1
    for (let before = 0; before < index; before += 1) pos += node.child(before).nodeSize
    node = node.child(index)
  }
  return { node, pos }
}

/** Offsets count UTF-16 units of text only: breaks, pictures and the edges of blocks count nothing. */
function wordsIn(node: EditorNode, inside: number, start: number, end: number): PlaceRange | null {
  let seen = 0
  let from: number | null = null
  let to: number | null = null
  node.descendants((child, offset) => {
    if (!child.isText || to !== null) return to === null
    const length = child.nodeSize
    if (from === null && start < seen + length) from = inside + offset + start - seen
    if (end <= seen + length) to = inside + offset + end - seen
    seen += length
    return false
  })
  return from === null || to === null || to < from ? null : { from, to, whole: false }
}
