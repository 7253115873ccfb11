import { h } from 'hastscript'
import { z } from 'zod'
import type { MarkDefinition } from '../definition.ts'
import type { Bold } from '../model.ts'

export const bold: MarkDefinition<Bold> = {
  name: 'bold',
  label: 'Bold',
  spec: {},
  attrs: z.object({}),
  fromMarkdown(node) {
    return node.type === 'strong' ? { type: 'bold' } : null
  },
  toMarkdown(_, children) {
    return { type: 'strong', children }
  },
  toHtml(_, children) {
    return [h('strong', children)]
  },
  fromHtml(element) {
    const { tagName, properties } = element
    const weight = /font-weight:\s*(\w+)/.exec(String(properties.style ?? ''))?.[1]
    // Google Docs wraps a whole paste in a b of normal weight.
    if (weight) return weight === 'bold' || Number(weight) >= 600 ? { type: 'bold' } : null
    return tagName === 'b' || tagName === 'strong' ? { type: 'bold' } : null
  },
  repair() {
    return { type: 'bold' }
  },
}
