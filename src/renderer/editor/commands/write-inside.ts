import { type Command, TextSelection } from '@tiptap/pm/state'
import { nodeType } from './node-type.ts'

/** A paragraph at the end of the block at a position, with the cursor. */
export function writeInside(pos: number): Command {
  return (state, dispatch) => {
    const block = state.doc.nodeAt(pos)
    const paragraph = nodeType(state.schema, 'paragraph')
    if (block === null || !block.canReplaceWith(block.childCount, block.childCount, paragraph)) return false
    if (dispatch) {
      const end = pos + block.nodeSize - 1
      const tr = state.tr.insert(end, paragraph.create())
      dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView())
    }
    return true
  }
}
