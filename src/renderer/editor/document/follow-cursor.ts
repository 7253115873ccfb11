import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Takes over where the browser shows the cursor. The browser tells of a click a moment after it, and a key pressed in
 * that moment would otherwise act on the place that the person has just left. Answers whether the cursor was elsewhere.
 */
export function followCursor(view: EditorView): boolean {
  const shown = view.dom.ownerDocument.getSelection()
  if (!shown?.isCollapsed || shown.anchorNode === null || !view.dom.contains(shown.anchorNode)) return false
  const { doc, selection, tr } = view.state
  const place = doc.resolve(view.posAtDOM(shown.anchorNode, shown.anchorOffset))
  const known = selection.empty && place.pos === selection.from
  if (known || !(selection instanceof TextSelection) || !place.parent.inlineContent) return false
  view.dispatch(tr.setSelection(TextSelection.create(doc, place.pos)))
  return true
}
