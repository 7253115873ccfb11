import { Node, wrappingInputRule } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

export const bulletList = Node.create({
  ...drawnAs('bulletList', 'ul'),
  addKeyboardShortcuts() {
    return { 'Mod-Shift-8': () => this.editor.commands.toggleList('bulletList', 'listItem') }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*([-*•])\s$/, type: this.type })]
  },
})
