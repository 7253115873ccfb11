import type { Node as EditorNode } from '@tiptap/pm/model'
import type { Block, Doc } from '../../../shared/content/index.ts'

/** The editor never changes a node in its place, so what a node is in the model is known once for as long as there is that node. */
const known = new WeakMap<EditorNode, Block>()

/** What the editor holds as a document. A block that did not change is the very same object as the last time. */
export function writtenDoc(doc: EditorNode): Doc {
  return { type: 'doc', content: doc.children.map(written) }
}

function written(node: EditorNode): Block {
  const before = known.get(node)
  if (before !== undefined) return before
  const block = node.toJSON() as Block
  known.set(node, block)
  return block
}
