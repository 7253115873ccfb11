import { Node } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

export const horizontalRule = Node.create(drawnAs('horizontalRule', 'hr'))
