import { Node } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

export const paragraph = Node.create({
  ...drawnAs('paragraph', 'p'),
  // Asked before the others for what a new line is.
  priority: 1_000,
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode('paragraph') }
  },
})
