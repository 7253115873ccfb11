import type { Node as EditorNode, ResolvedPos } from '@tiptap/pm/model'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { nodeType } from './node-type.ts'

/**
 * A paragraph at the end of a page that ends with a box, a table or a picture, with the cursor in it. It is made when
 * somebody goes there, never kept ready: words that nobody wrote would make a page “changed” by being looked at. Nothing
 * is to be done where the page ends with words, or with a list, which a second Enter leaves.
 */
export const writeAfterLast: Command = (state, dispatch) => {
  const last = state.doc.lastChild
  if (last === null || last.isTextblock || lists.has(last.type.name)) return false
  if (dispatch) {
    const tr = state.tr.insert(state.doc.content.size, nodeType(state.schema, 'paragraph').create())
    dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView())
  }
  return true
}

const lists = new Set(['bulletList', 'orderedList'])

/** On from the last line of the last box. */
export const leaveDownwards: Command = (state, dispatch, view) => {
  const { selection } = state
  if (selection instanceof TextSelection && view?.endOfTextblock('down') !== true) return false
  return isNothingBeneath(selection.$to) && writeAfterLast(state, dispatch)
}

/** Whether no place for the cursor lies further down. The cells beside one are not beneath it. */
function isNothingBeneath($pos: ResolvedPos): boolean {
  for (let depth = $pos.depth; depth >= 0; depth -= 1) {
    const parent = $pos.node(depth)
    if (parent.inlineContent || parent.type.name === 'tableRow') continue
    for (let index = $pos.indexAfter(depth); index < parent.childCount; index += 1) {
      if (hasRoom(parent.child(index))) return false
    }
  }
  return true
}

/** Whether the cursor can be in it, or it can be selected as a whole. */
function hasRoom(node: EditorNode): boolean {
  return node.isTextblock || node.isAtom || node.children.some(hasRoom)
}
