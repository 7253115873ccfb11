import { Node, wrappingInputRule } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

export const blockquote = Node.create({
  ...drawnAs('blockquote', 'blockquote'),
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })]
  },
})
