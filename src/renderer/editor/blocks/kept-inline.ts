import { Node } from '@tiptap/core'
import { drawnAs } from './drawn-as.ts'

export const keptInline = Node.create(
  drawnAs('keptInline', node => [
    'code',
    { class: 'kept-inline', title: 'Kept as it was: Signpost does not know this, and leaves it alone.' },
    node.attrs.source,
  ]),
)
