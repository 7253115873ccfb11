import { h } from 'hastscript'
import { z } from 'zod'
import type { BlockDefinition } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import { containerDirective, readContainer } from '../../directive.ts'
import type { Callout, CalloutKind } from '../../model.ts'
import { type OwnWord, ownWordToHtml } from '../../own-words.ts'

const kindSchema = z.enum(['info', 'important', 'warning'])
const attrs = z.object({ kind: kindSchema.catch('info') })

/** Said before the words, because a colour or a border alone says nothing to a screen reader (WCAG 2.2 SC 1.4.1). */
const spoken: Record<CalloutKind, OwnWord> = { info: 'Information', important: 'Important', warning: 'Warning' }

export const callout: BlockDefinition<Callout> = {
  name: 'callout',
  label: 'Callout',
  spec: { group: 'block', content: 'block+', defining: true, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node, ctx) {
    const read = readContainer(node, 'callout', ['kind'])
    const kind = kindSchema.safeParse(read?.attributes.kind ?? 'info')
    if (!read || read.label || !kind.success) return null
    return { type: 'callout', attrs: { kind: kind.data }, content: ctx.blocks(read.children) }
  },
  toMarkdown(block, ctx) {
    return containerDirective('callout', { kind: block.attrs.kind }, ctx.blocks(block.content))
  },
  toHtml(block, ctx) {
    const { kind } = block.attrs
    const said = ownWordToHtml(spoken[kind], ctx.page.language)
    const title = h(
      kind === 'info' ? 'p.govuk-visually-hidden' : 'p.govuk-body.callout__title',
      kind === 'info' ? [said] : [h('strong', [said])],
    )
    return [
      h('div', { className: ['govuk-inset-text', 'callout', `callout--${kind}`] }, [
        title,
        ...ctx.blocks(block.content),
      ]),
    ]
  },
  repair(raw, ctx) {
    return [{ type: 'callout', attrs: attrs.parse(raw.attrs), content: ctx.blocks(raw.content, 1) }]
  },
  sample: [
    {
      type: 'callout',
      attrs: { kind: 'important' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Your plan stays in force while you move.' }] }],
    },
  ],
}
