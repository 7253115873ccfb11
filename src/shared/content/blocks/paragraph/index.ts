import { h } from 'hastscript'
import { z } from 'zod'
import type { BlockDefinition } from '../../definition.ts'
import type { Paragraph } from '../../model.ts'

export const paragraph: BlockDefinition<Paragraph> = {
  name: 'paragraph',
  label: 'Paragraph',
  spec: { group: 'block', content: 'inline*' },
  attrs: z.object({}),
  fromMarkdown(node, ctx) {
    if (node.type !== 'paragraph') return null
    const words = ctx.words(node.children)
    return words.length ? { type: 'paragraph', content: words } : { type: 'paragraph' }
  },
  toMarkdown(block, ctx) {
    return { type: 'paragraph', children: ctx.words(block.content, 'paragraph') }
  },
  toHtml(block, ctx) {
    return block.content ? [h('p.govuk-body', ctx.words(block.content))] : []
  },
  fromHtml(element, ctx) {
    if (element.tagName !== 'p') return null
    const words = ctx.words(element.children)
    return words.length ? { type: 'paragraph', content: words } : { type: 'paragraph' }
  },
  repair(raw, ctx) {
    return [{ type: 'paragraph', ...ctx.words(raw.content, 'paragraph') }]
  },
  sample: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Your child’s school can ask for an ' },
        { type: 'text', text: 'education, health and care needs assessment', marks: [{ type: 'bold' }] },
        { type: 'text', text: '. You can ask for one ' },
        { type: 'text', text: 'yourself', marks: [{ type: 'italic' }] },
        { type: 'text', text: ' too.' },
      ],
    },
  ],
}
