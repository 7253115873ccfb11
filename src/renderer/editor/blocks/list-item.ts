import { Node } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

export const listItem = Node.create({
  ...drawnAs('listItem', 'li'),
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem('listItem'),
      Tab: () => this.editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => this.editor.commands.liftListItem('listItem'),
    }
  },
})
