import { h } from 'hastscript'
import { z } from 'zod'
import { cleanText } from '../../characters.ts'
import type { BlockDefinition, Repair } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import { wordsOfSource } from '../../html/source-words.ts'
import type { Block, Kept } from '../../model.ts'
import { closingsOf } from './closing.ts'

const attrs = z.object({
  source: z
    .string()
    .transform(text => cleanText(text).replace(/^[\n\t ]+|[\n\t ]+$/g, ''))
    .catch(''),
})

export const kept: BlockDefinition<Kept> = {
  name: 'kept',
  label: 'Kept as it was',
  spec: { group: 'block', atom: true, attrs: defaultsOf(attrs) },
  attrs,
  /** The last in the list: everything that no other block can hold. */
  fromMarkdown(node, ctx) {
    return { type: 'kept', attrs: { source: ctx.source(node) } }
  },
  toMarkdown(block) {
    return { type: 'source', value: block.attrs.source }
  },
  toHtml({ attrs: { source } }, ctx) {
    if (ctx.page.kept === 'show') {
      return [
        h('div.kept', [
          h('p.govuk-body.kept__title', [h('strong', 'Kept as it was')]),
          h('pre.kept__source', [h('code', source)]),
        ]),
      ]
    }
    const words = wordsOfSource(source)
    return words ? [h('p.govuk-body', words)] : []
  },
  repair(raw, ctx) {
    const { source } = attrs.parse(raw.attrs)
    return source === '' ? [] : inNormalForm(source, ctx)
  },
  sample: [
    { type: 'kept', attrs: { source: '<div class="old-banner">\n  Open on <b>Fridays</b>\n</div>' } },
    { type: 'kept', attrs: { source: ':::map{postcode="SS1 1AA"}\nA map of the area.\n:::' } },
  ],
}

/**
 * A kept block stands where it is only if its source reads as one kept block and ends by itself: something left open
 * (a comment, a fence) would swallow what is written after it. It is closed then. A source that is no such thing at all
 * becomes what it reads as, or, where even that does not hold, code: its words are never lost.
 */
function inNormalForm(source: string, ctx: Repair): Block[] {
  for (const closing of ['', ...closingsOf(source)]) {
    if (standsAlone(source + closing, ctx)) return [{ type: 'kept', attrs: { source: source + closing } }]
  }
  const code: Block = { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: source }] }
  const asRead = ctx.read(source)
  const isWhole = asRead.some(block => block.type === 'kept' && block.attrs.source.length >= source.length)
  return isWhole || !asRead.length ? [code] : ctx.reread(source)
}

function standsAlone(source: string, ctx: Repair): boolean {
  const [first, next, ...more] = ctx.read(`${source}\n\nafter`)
  return first?.type === 'kept' && first.attrs.source === source && next?.type === 'paragraph' && !more.length
}
