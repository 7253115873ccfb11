import { Node } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

export const hardBreak = Node.create({
  ...drawnAs('hardBreak', 'br'),
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const insert = () =>
      this.editor.commands.first(({ commands }) => [
        () => commands.exitCode(),
        () =>
          commands.command(({ tr }) => {
            tr.replaceSelectionWith(this.type.create()).scrollIntoView()
            return true
          }),
      ])
    return { 'Shift-Enter': insert, 'Mod-Enter': insert }
  },
})
