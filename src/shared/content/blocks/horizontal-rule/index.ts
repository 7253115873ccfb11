import { h } from 'hastscript'
import { z } from 'zod'
import type { BlockDefinition } from '../../definition.ts'
import type { HorizontalRule } from '../../model.ts'

export const horizontalRule: BlockDefinition<HorizontalRule> = {
  name: 'horizontalRule',
  label: 'Dividing line',
  spec: { group: 'block', atom: true },
  attrs: z.object({}),
  fromMarkdown(node) {
    return node.type === 'thematicBreak' ? { type: 'horizontalRule' } : null
  },
  toMarkdown() {
    return { type: 'thematicBreak' }
  },
  toHtml() {
    return [h('hr.govuk-section-break.govuk-section-break--m.govuk-section-break--visible')]
  },
  fromHtml(element) {
    return element.tagName === 'hr' ? { type: 'horizontalRule' } : null
  },
  repair() {
    return [{ type: 'horizontalRule' }]
  },
  sample: [{ type: 'horizontalRule' }],
}
