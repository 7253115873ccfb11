import type { Node as EditorNode } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { nodeType } from './node-type.ts'

/** Where a block without words is selected: a paragraph beneath it, with the cursor. Null where none is selected. */
export function writeBeneath(state: EditorState): Transaction | null {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || !isWordless(selection.node)) return null
  const { parent } = selection.$from
  const paragraph = nodeType(state.schema, 'paragraph')
  const index = selection.$from.index() + 1
  if (!parent.canReplaceWith(index, index, paragraph)) return null
  const tr = state.tr.insert(selection.to, paragraph.create())
  return tr.setSelection(TextSelection.create(tr.doc, selection.to + 1))
}

/** A block that the cursor cannot be in: a picture, or contact details without notes. */
export function isWordless(node: EditorNode): boolean {
  return node.isBlock && !node.isTextblock && (node.isAtom || node.childCount === 0)
}
