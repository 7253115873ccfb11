import { h } from 'hastscript'
import { z } from 'zod'
import type { BlockDefinition } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import type { OrderedList } from '../../model.ts'
import {
  isTight,
  itemsFromHtml,
  itemsFromMarkdown,
  itemsToHtml,
  itemsToMarkdown,
  repairItems,
} from '../list-item/index.ts'

/** CommonMark numbers have nine digits at most, and the last item still has to fit. */
const mostStart = 99_999_999
const attrs = z.object({ start: z.number().int().min(0).max(mostStart).catch(1) })

export const orderedList: BlockDefinition<OrderedList> = {
  name: 'orderedList',
  label: 'Numbered list',
  spec: { group: 'block', content: 'listItem+', attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node, ctx) {
    if (node.type !== 'list' || !node.ordered) return null
    return { type: 'orderedList', attrs: { start: node.start ?? 1 }, content: itemsFromMarkdown(node, ctx) }
  },
  toMarkdown(block, ctx) {
    return {
      type: 'list',
      ordered: true,
      start: block.attrs.start,
      spread: !isTight(block.content),
      children: itemsToMarkdown(block.content, ctx),
    }
  },
  toHtml(block, ctx) {
    const start = block.attrs.start === 1 ? {} : { start: block.attrs.start }
    return [h('ol', { className: ['govuk-list', 'govuk-list--number'], ...start }, itemsToHtml(block.content, ctx))]
  },
  fromHtml(element, ctx) {
    if (element.tagName !== 'ol') return null
    return { type: 'orderedList', attrs: attrs.parse(element.properties), content: itemsFromHtml(element, ctx) }
  },
  repair(raw, ctx) {
    const content = repairItems(raw, ctx)
    return content.length ? [{ type: 'orderedList', attrs: attrs.parse(raw.attrs), content }] : []
  },
  sample: [
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Talk to the school.' }] }],
        },
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Write to the team.' }] }] },
      ],
    },
  ],
}
