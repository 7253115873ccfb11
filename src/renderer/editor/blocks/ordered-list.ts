import { Node, wrappingInputRule } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

export const orderedList = Node.create({
  ...drawnAs('orderedList', node => ['ol', node.attrs.start === 1 ? {} : { start: String(node.attrs.start) }]),
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleList('orderedList', 'listItem') }
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,3})[.)]\s$/,
        type: this.type,
        getAttributes: match => ({ start: Number(match[1]) }),
        joinPredicate: (match, before) => before.childCount + before.attrs.start === Number(match[1]),
      }),
    ]
  },
})
