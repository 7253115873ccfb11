import { Node } from '@tiptap/core'

export const doc = Node.create({ name: 'doc', topNode: true })
export const text = Node.create({ name: 'text' })
