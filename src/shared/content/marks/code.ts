import { h } from 'hastscript'
import { z } from 'zod'
import type { MarkDefinition } from '../definition.ts'
import type { Code } from '../model.ts'

export const code: MarkDefinition<Code> = {
  name: 'code',
  label: 'Code',
  spec: { code: true },
  attrs: z.object({}),
  fromMarkdown(node) {
    return node.type === 'inlineCode' ? { type: 'code' } : null
  },
  /** Always the innermost mark, so that there is one text inside and nothing else. */
  toMarkdown(_, children) {
    return { type: 'inlineCode', value: children.map(child => (child.type === 'text' ? child.value : '')).join('') }
  },
  toHtml(_, children) {
    return [h('code', children)]
  },
  fromHtml(element) {
    return ['code', 'kbd', 'samp', 'tt'].includes(element.tagName) ? { type: 'code' } : null
  },
  repair() {
    return { type: 'code' }
  },
}
