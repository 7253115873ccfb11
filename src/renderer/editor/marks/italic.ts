import { Mark } from '@tiptap/core'
import { markedAs } from './marked-as.ts'

export const italic = Mark.create({
  ...markedAs('italic', () => ['em']),
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark('italic') }
  },
})
