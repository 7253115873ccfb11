import { Node } from '@tiptap/core'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { drawnAs } from './drawn-as.ts'

export const steps = Node.create({
  ...drawnAs('steps', () => ['div', { class: 'steps', role: 'group', 'aria-label': 'Steps' }]),
  // Before the list's own Enter, which cannot lift an item out of the steps.
  priority: 200,
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.command(({ tr, dispatch }) => leaveSteps(tr, dispatch !== undefined)) }
  },
})

/** Enter in an empty last step goes on beneath the steps, with an ordinary paragraph. */
function leaveSteps(tr: Transaction, act: boolean): boolean {
  const { $from, empty } = tr.selection
  if (!empty || $from.parent.content.size > 0 || $from.depth < 4) return false
  const item = $from.depth - 1
  const [list, outer] = [item - 1, item - 2]
  if ($from.node(outer).type.name !== 'steps' || $from.node(item).childCount > 1) return false
  if ($from.index(list) !== $from.node(list).childCount - 1 || $from.node(list).childCount < 2) return false
  const paragraph = tr.doc.type.schema.nodes.paragraph
  if (paragraph === undefined) return false
  if (act) {
    const after = $from.after(outer)
    tr.insert(after, paragraph.create())
    tr.setSelection(TextSelection.create(tr.doc, after + 1))
    tr.delete($from.before(item), $from.after(item)).scrollIntoView()
  }
  return true
}
