import { h } from 'hastscript'
import { z } from 'zod'
import type { BlockDefinition } from '../../definition.ts'
import type { BulletList } from '../../model.ts'
import {
  isTight,
  itemsFromHtml,
  itemsFromMarkdown,
  itemsToHtml,
  itemsToMarkdown,
  repairItems,
} from '../list-item/index.ts'

export const bulletList: BlockDefinition<BulletList> = {
  name: 'bulletList',
  label: 'Bulleted list',
  spec: { group: 'block', content: 'listItem+' },
  attrs: z.object({}),
  fromMarkdown(node, ctx) {
    if (node.type !== 'list' || node.ordered) return null
    return { type: 'bulletList', content: itemsFromMarkdown(node, ctx) }
  },
  toMarkdown(block, ctx) {
    return {
      type: 'list',
      ordered: false,
      spread: !isTight(block.content),
      children: itemsToMarkdown(block.content, ctx),
    }
  },
  toHtml(block, ctx) {
    return [h('ul.govuk-list.govuk-list--bullet', itemsToHtml(block.content, ctx))]
  },
  fromHtml(element, ctx) {
    if (element.tagName !== 'ul' && element.tagName !== 'menu') return null
    return { type: 'bulletList', content: itemsFromHtml(element, ctx) }
  },
  repair(raw, ctx) {
    const content = repairItems(raw, ctx)
    return content.length ? [{ type: 'bulletList', content }] : []
  },
  sample: [
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a copy of the plan' }] }] },
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'reports from:' }] },
            {
              type: 'bulletList',
              content: [
                { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'the school' }] }] },
                { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'the clinic' }] }] },
              ],
            },
          ],
        },
      ],
    },
  ],
}
