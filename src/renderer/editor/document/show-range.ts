import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'

export interface ShownRange {
  from: number
  to: number
  /** A whole node is meant, not words in it. */
  whole: boolean
}

/** Selects words, or goes into a block, and brings them into view with the cursor. */
export function showRange(editor: Editor, range: ShownRange): void {
  editor.view.dispatch(editor.state.tr.setSelection(selectionOf(editor, range)).scrollIntoView())
  editor.commands.focus()
}

function selectionOf(editor: Editor, range: ShownRange): Selection {
  const { doc } = editor.state
  const node = range.whole ? doc.nodeAt(range.from) : null
  if (node?.isAtom && !node.isText) return NodeSelection.create(doc, range.from)
  if (node !== null && !node.isText) return Selection.near(doc.resolve(range.from + 1), 1)
  return TextSelection.create(doc, range.from, range.to)
}
