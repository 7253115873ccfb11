import { Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { drawnAs } from './drawn-as.ts'

/** Always open while it is written. */
export const details = Node.create(
  drawnAs('details', () => ['div', { class: 'details', role: 'group', 'aria-label': 'Show and hide' }]),
)

export const summary = Node.create({
  ...drawnAs('summary', () => ['p', { class: 'details-summary' }]),
  addKeyboardShortcuts() {
    return {
      // From the words to press into what they show.
      Enter: () =>
        this.editor.commands.command(({ state, tr, dispatch }) => {
          const { $from } = state.selection
          if ($from.parent.type.name !== 'summary') return false
          if (dispatch) tr.setSelection(TextSelection.near(state.doc.resolve($from.after()), 1)).scrollIntoView()
          return true
        }),
    }
  },
})
