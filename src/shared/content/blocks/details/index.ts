import { h } from 'hastscript'
import { z } from 'zod'
import type { BlockDefinition } from '../../definition.ts'
import { containerDirective, readContainer } from '../../directive.ts'
import type { Details } from '../../model.ts'

export const details: BlockDefinition<Details> = {
  name: 'details',
  label: 'Show and hide',
  spec: { group: 'block', content: 'summary block+', isolating: true, defining: true },
  parts: [{ name: 'summary', label: 'Words to press', spec: { content: 'inline*', defining: true } }],
  attrs: z.object({}),
  fromMarkdown(node, ctx) {
    const read = readContainer(node, 'details', [])
    if (!read) return null
    const words = ctx.words(read.label ?? [])
    return { type: 'details', content: [{ type: 'summary', content: words }, ...ctx.blocks(read.children)] }
  },
  toMarkdown({ content: [summary, ...blocks] }, ctx) {
    return containerDirective('details', {}, ctx.blocks(blocks), ctx.words(summary.content, 'label'))
  },
  toHtml({ content: [summary, ...blocks] }, ctx) {
    return [
      h('details.govuk-details', [
        h('summary.govuk-details__summary', ctx.placeOf(summary), [
          h('span.govuk-details__summary-text', ctx.words(summary.content)),
        ]),
        h('div.govuk-details__text', ctx.blocks(blocks)),
      ]),
    ]
  },
  fromHtml(element, ctx) {
    if (element.tagName !== 'details') return null
    const at = element.children.findIndex(child => child.type === 'element' && child.tagName === 'summary')
    const head = element.children[at]
    const words = head?.type === 'element' ? ctx.words(head.children) : []
    const rest = element.children.filter((_, index) => index !== at)
    return { type: 'details', content: [{ type: 'summary', content: words }, ...ctx.blocks(rest)] }
  },
  repair(raw, ctx) {
    const [first, ...rest] = raw.content
    const isSummary = first?.type === 'summary'
    const summary = { type: 'summary' as const, ...ctx.words(isSummary ? first.content : [], 'label') }
    return [
      {
        type: 'details',
        content: [isSummary ? ctx.keep(summary, first) : summary, ...ctx.blocks(isSummary ? rest : raw.content, 1)],
      },
    ]
  },
  sample: [
    {
      type: 'details',
      content: [
        { type: 'summary', content: [{ type: 'text', text: 'What if we move in the middle of a term?' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Tell both councils as soon as you know the date.' }] },
      ],
    },
  ],
}
