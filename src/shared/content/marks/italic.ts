import { h } from 'hastscript'
import { z } from 'zod'
import type { MarkDefinition } from '../definition.ts'
import type { Italic } from '../model.ts'

export const italic: MarkDefinition<Italic> = {
  name: 'italic',
  label: 'Italic',
  spec: {},
  attrs: z.object({}),
  fromMarkdown(node) {
    return node.type === 'emphasis' ? { type: 'italic' } : null
  },
  toMarkdown(_, children) {
    return { type: 'emphasis', children }
  },
  toHtml(_, children) {
    return [h('em', children)]
  },
  fromHtml(element) {
    const { tagName, properties } = element
    const style = /font-style:\s*(\w+)/.exec(String(properties.style ?? ''))?.[1]
    if (style) return style === 'italic' || style === 'oblique' ? { type: 'italic' } : null
    return tagName === 'i' || tagName === 'em' ? { type: 'italic' } : null
  },
  repair() {
    return { type: 'italic' }
  },
}
