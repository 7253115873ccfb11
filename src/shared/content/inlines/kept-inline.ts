import { h } from 'hastscript'
import { z } from 'zod'
import { cleanText } from '../characters.ts'
import type { InlineDefinition } from '../definition.ts'
import { defaultsOf } from '../definition.ts'
import { wordsOfSource } from '../html/source-words.ts'
import type { KeptInline } from '../model.ts'

const attrs = z.object({ source: z.string().transform(cleanText).catch('') })

export const keptInline: InlineDefinition<KeptInline> = {
  name: 'keptInline',
  label: 'Kept as it was',
  spec: { group: 'inline', inline: true, atom: true, attrs: defaultsOf(attrs) },
  attrs,
  /** The last in the list: everything that nothing else can hold. */
  fromMarkdown(node, ctx) {
    return { type: 'keptInline', attrs: { source: node.type === 'html' ? node.value : ctx.source(node) } }
  },
  toMarkdown(node) {
    return { type: 'source', value: node.attrs.source }
  },
  toHtml({ attrs: { source } }, ctx) {
    if (ctx.page.kept === 'show') return [h('code.kept', source)]
    const words = wordsOfSource(source)
    return words ? [{ type: 'text', value: words }] : []
  },
}
