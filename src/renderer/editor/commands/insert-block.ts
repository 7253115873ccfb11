import type { Node as EditorNode, NodeType } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { nodeType } from './node-type.ts'
import { isWordless } from './write-beneath.ts'

/**
 * A new block where the cursor is: in place of an empty paragraph, otherwise beneath the block that the cursor is in, as
 * near as the model allows (a table goes beneath the list that the cursor is in the middle of a table's cell of, never
 * into the cell). The cursor is in its first words afterwards; where it has none, beneath it at the end of the page, and
 * on it elsewhere. Null where there is no room.
 */
export function insertBlock(state: EditorState, block: EditorNode): Transaction | null {
  const { $from } = state.selection
  const tr = state.tr
  const empty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0 && state.selection.empty
  if (empty && accepts($from.node(-1), $from.index(-1), block.type, true)) {
    const before = $from.before()
    tr.replaceWith(before, $from.after(), block)
    return settle(tr, before)
  }
  if (state.selection instanceof NodeSelection && state.selection.node.isBlock) {
    if (accepts($from.parent, $from.index(), block.type, false)) {
      const { to } = state.selection
      return settle(tr.insert(to, block), to)
    }
  }
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const parent = $from.node(depth - 1)
    const index = $from.index(depth - 1)
    if (!accepts(parent, index, block.type, false)) continue
    const after = $from.after(depth)
    return settle(tr.insert(after, block), after)
  }
  if (!accepts($from.node(0), $from.index(0), block.type, false)) return null
  const end = state.doc.content.size
  return settle(tr.insert(end, block), end)
}

/** Whether a block of this type may stand at (or, with `replacing`, in place of) the child with this index, or after it. */
function accepts(parent: EditorNode, index: number, type: NodeType, replacing: boolean): boolean {
  const from = replacing ? index : Math.min(index + 1, parent.childCount)
  return parent.canReplaceWith(from, Math.min(index + 1, parent.childCount), type)
}

/** A block without room for words is followed by a paragraph where it ends the page, and writing goes on there. */
function settle(tr: Transaction, pos: number): Transaction {
  const node = tr.doc.nodeAt(pos)
  if (node === null) return tr
  const after = pos + node.nodeSize
  if (isWordless(node) && after === tr.doc.content.size) {
    tr.insert(after, nodeType(tr.doc.type.schema, 'paragraph').create())
    return tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView()
  }
  const selection = isWordless(node) ? NodeSelection.create(tr.doc, pos) : Selection.near(tr.doc.resolve(pos + 1), 1)
  return tr.setSelection(selection).scrollIntoView()
}
