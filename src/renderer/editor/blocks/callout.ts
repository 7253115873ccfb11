import { Node } from '@tiptap/core'
import type { CalloutKind } from '../../../shared/content/index.ts'
import { drawnAs } from './drawn-as.ts'

export const calloutWords: Readonly<Record<CalloutKind, string>> = {
  info: 'Information',
  important: 'Important',
  warning: 'Warning',
}

/** Its kind is changed from the text toolbar, where the cursor in it offers that. */
export const callout = Node.create(
  drawnAs('callout', node => {
    const words = calloutWords[kindOf(node.attrs.kind)]
    return [
      'div',
      {
        class: `callout callout-${node.attrs.kind}`,
        role: 'group',
        'aria-label': `Callout: ${words}`,
        'data-says': words,
      },
    ]
  }),
)

function kindOf(value: unknown): CalloutKind {
  return value === 'important' || value === 'warning' ? value : 'info'
}
