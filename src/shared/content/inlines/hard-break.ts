import { h } from 'hastscript'
import { z } from 'zod'
import type { InlineDefinition } from '../definition.ts'
import type { HardBreak } from '../model.ts'

/** A heading, a cell and a label have one line of Markdown, so there a break is written `<br>`. */
export const hardBreak: InlineDefinition<HardBreak> = {
  name: 'hardBreak',
  label: 'Line break',
  spec: { group: 'inline', inline: true, atom: true },
  attrs: z.object({}),
  fromMarkdown(node) {
    const isBreak = node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value))
    return isBreak ? { type: 'hardBreak' } : null
  },
  toMarkdown(_, context) {
    return context === 'paragraph' ? { type: 'break' } : { type: 'source', value: '<br>' }
  },
  toHtml() {
    return [h('br')]
  },
}
