import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { z } from 'zod'
import { optionalAttribute } from '../../attributes.ts'
import { cleanText } from '../../characters.ts'
import type { BlockDefinition } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import type { CodeBlock } from '../../model.ts'

/** `language` is all that stands after the fence: a language and whatever else somebody wrote there. */
const attrs = z.object({ language: optionalAttribute })

export const codeBlock: BlockDefinition<CodeBlock> = {
  name: 'codeBlock',
  label: 'Code',
  spec: { group: 'block', content: 'text*', marks: '', code: true, defining: true, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node) {
    if (node.type !== 'code') return null
    const language = [node.lang, node.meta].filter(Boolean).join(' ') || null
    return { type: 'codeBlock', attrs: { language }, ...contentOf(node.value) }
  },
  toMarkdown(block) {
    const [lang, ...meta] = (block.attrs.language ?? '').split(/[\t ]+/)
    return {
      type: 'code',
      lang: lang || null,
      meta: meta.join(' ') || null,
      value: block.content?.map(({ text }) => text).join('') ?? '',
    }
  },
  toHtml(block) {
    return [h('pre.code', [h('code', block.content?.map(({ text }) => text).join('') ?? '')])]
  },
  fromHtml(element) {
    if (element.tagName !== 'pre') return null
    const text = cleanText(writtenIn(element)).replace(/\n+$/, '')
    return { type: 'codeBlock', attrs: { language: null }, ...contentOf(text) }
  },
  repair(raw, ctx) {
    const { language } = attrs.parse(raw.attrs)
    return [
      {
        type: 'codeBlock',
        attrs: { language: language?.replace(/\s+/g, ' ') ?? null },
        ...contentOf(cleanText(raw.content.map(child => ctx.plain(child)).join(''))),
      },
    ]
  },
  sample: [
    {
      type: 'codeBlock',
      attrs: { language: null },
      content: [{ type: 'text', text: 'Dear team,\n\nI am asking for an assessment of …' }],
    },
  ],
}

/** Its words with their line breaks and spaces, which mean something here alone. */
function writtenIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  return node.tagName === 'br' ? '\n' : node.children.map(writtenIn).join('')
}

function contentOf(text: string): Pick<CodeBlock, 'content'> {
  return text === '' ? {} : { content: [{ type: 'text', text }] }
}
