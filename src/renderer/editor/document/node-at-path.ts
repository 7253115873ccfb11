import type { Node as EditorNode } from '@tiptap/pm/model'

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
