import { h } from 'hastscript'
import { z } from 'zod'
import type { BlockDefinition, Raw } from '../../definition.ts'
import { containerDirective, readContainer } from '../../directive.ts'
import type { Steps } from '../../model.ts'
import { itemsToHtml } from '../list-item/index.ts'
import { orderedList } from '../ordered-list/index.ts'

export const steps: BlockDefinition<Steps> = {
  name: 'steps',
  label: 'Steps',
  spec: { group: 'block', content: 'orderedList', isolating: true, defining: true },
  attrs: z.object({}),
  fromMarkdown(node, ctx) {
    const read = readContainer(node, 'steps', [])
    if (!read || read.label) return null
    const [list, ...more] = ctx.blocks(read.children)
    return list?.type === 'orderedList' && !more.length ? { type: 'steps', content: [list] } : null
  },
  toMarkdown(block, ctx) {
    return containerDirective('steps', {}, ctx.blocks(block.content))
  },
  toHtml({ content: [list] }, ctx) {
    return [h('ol.govuk-list.govuk-list--number.steps', itemsToHtml(list.content, ctx))]
  },
  repair(raw, ctx) {
    const [only] = raw.content
    const isList = raw.content.length === 1 && (only?.type === 'orderedList' || only?.type === 'bulletList')
    const source: Raw = isList && only ? only : raw
    const list = orderedList.repair(source, ctx).find(block => block.type === 'orderedList')
    return list ? [{ type: 'steps', content: [ctx.keep(list, source)] }] : []
  },
  sample: [
    {
      type: 'steps',
      content: [
        {
          type: 'orderedList',
          attrs: { start: 1 },
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ask the school for a meeting.' }] }],
            },
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Write down what was agreed.' }] }],
            },
          ],
        },
      ],
    },
  ],
}
