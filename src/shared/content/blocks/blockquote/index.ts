import { h } from 'hastscript'
import type { BlockContent } from 'mdast'
import { z } from 'zod'
import type { BlockDefinition } from '../../definition.ts'
import type { Blockquote } from '../../model.ts'

export const blockquote: BlockDefinition<Blockquote> = {
  name: 'blockquote',
  label: 'Quotation',
  spec: { group: 'block', content: 'block+', defining: true },
  attrs: z.object({}),
  fromMarkdown(node, ctx) {
    return node.type === 'blockquote' ? { type: 'blockquote', content: ctx.blocks(node.children) } : null
  },
  toMarkdown(block, ctx) {
    return { type: 'blockquote', children: ctx.blocks(block.content) as BlockContent[] }
  },
  toHtml(block, ctx) {
    return [h('blockquote.quotation', ctx.blocks(block.content))]
  },
  fromHtml(element, ctx) {
    return element.tagName === 'blockquote' ? { type: 'blockquote', content: ctx.blocks(element.children) } : null
  },
  repair(raw, ctx) {
    return [{ type: 'blockquote', content: ctx.blocks(raw.content, 1) }]
  },
  sample: [
    {
      type: 'blockquote',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'They listened, and then they wrote it down.' }] },
      ],
    },
  ],
}
