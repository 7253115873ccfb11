import { h } from 'hastscript'
import { z } from 'zod'
import type { BlockDefinition } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import type { Heading } from '../../model.ts'

const attrs = z.object({
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]).catch(2),
})

const sizes = ['xl', 'l', 'm', 's', 's', 's'] as const

export const heading: BlockDefinition<Heading> = {
  name: 'heading',
  label: 'Heading',
  spec: { group: 'block', content: 'inline*', defining: true, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node, ctx) {
    if (node.type !== 'heading') return null
    return { type: 'heading', attrs: { level: node.depth }, content: ctx.words(node.children) }
  },
  toMarkdown(block, ctx) {
    return { type: 'heading', depth: block.attrs.level, children: ctx.words(block.content, 'line') }
  },
  toHtml(block, ctx) {
    const level = Math.min(6, Math.max(ctx.page.topHeading ?? 1, block.attrs.level + ctx.page.headingOffset))
    const slug = ctx.slugOf(block)
    return [
      h(
        `h${level}`,
        { className: [`govuk-heading-${sizes[level - 1]}`], ...(slug ? { id: slug } : {}) },
        ctx.words(block.content),
      ),
    ]
  },
  fromHtml(element, ctx) {
    const level = attrs.shape.level.safeParse(Number(/^h([1-6])$/.exec(element.tagName)?.[1])).data
    if (!/^h[1-6]$/.test(element.tagName) || level === undefined) return null
    return { type: 'heading', attrs: { level }, content: ctx.words(element.children) }
  },
  repair(raw, ctx) {
    return [{ type: 'heading', attrs: attrs.parse(raw.attrs), ...ctx.words(raw.content, 'line') }]
  },
  sample: [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Moving with an EHC plan' }] }],
}
