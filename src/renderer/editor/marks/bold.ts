import { Mark } from '@tiptap/core'
import { markedAs } from './marked-as.ts'

export const bold = Mark.create({
  ...markedAs('bold', () => ['strong']),
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark('bold') }
  },
})
