import { z } from 'zod'
import type { InlineDefinition } from '../definition.ts'
import type { Text } from '../model.ts'

export const text: InlineDefinition<Text> = {
  name: 'text',
  label: 'Words',
  spec: { group: 'inline', inline: true },
  attrs: z.object({}),
  fromMarkdown(node) {
    return node.type === 'text' ? { type: 'text', text: node.value } : null
  },
  toMarkdown(node) {
    return { type: 'text', value: node.text }
  },
  toHtml(node) {
    return [{ type: 'text', value: node.text }]
  },
}
