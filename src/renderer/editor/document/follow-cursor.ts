import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Takes over the cursor or the selected words as the browser shows them. The browser tells of a click a moment after it,
 * and a key pressed in that moment, on a slow laptop easily, would otherwise act on the place that the person has just
 * left. Answers whether they were elsewhere.
 */
export function followCursor(view: EditorView): boolean {
  const { doc, selection, tr } = view.state
  const shown = view.composing ? null : shownIn(view)
  if (shown === null || (shown.anchor === selection.anchor && shown.head === selection.head)) return false
  // Selected blocks and cells are drawn by the editor: only a cursor that stands in words says that they were left.
  if (!(selection instanceof TextSelection) && shown.anchor !== shown.head) return false
  const anchor = doc.resolve(shown.anchor)
  const head = doc.resolve(shown.head)
  if (!anchor.parent.inlineContent || !head.parent.inlineContent) return false
  view.dispatch(tr.setSelection(TextSelection.create(doc, shown.anchor, shown.head)))
  return true
}

function shownIn(view: EditorView): { anchor: number; head: number } | null {
  const shown = view.dom.ownerDocument.getSelection()
  const inside = (node: Node | null | undefined): node is Node => node != null && view.dom.contains(node)
  if (!inside(shown?.anchorNode) || !inside(shown?.focusNode)) return null
  return {
    anchor: view.posAtDOM(shown.anchorNode, shown.anchorOffset, 1),
    head: view.posAtDOM(shown.focusNode, shown.focusOffset, 1),
  }
}
