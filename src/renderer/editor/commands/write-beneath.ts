import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { nodeType } from './node-type.ts'

/** Where a block without words is selected: a paragraph beneath it, with the cursor. Null where none is selected. */
export function writeBeneath(state: EditorState): Transaction | null {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || !selection.node.isAtom || selection.node.isInline) return null
  const { parent } = selection.$from
  const paragraph = nodeType(state.schema, 'paragraph')
  const index = selection.$from.index() + 1
  if (!parent.canReplaceWith(index, index, paragraph)) return null
  const tr = state.tr.insert(selection.to, paragraph.create())
  return tr.setSelection(TextSelection.create(tr.doc, selection.to + 1))
}
