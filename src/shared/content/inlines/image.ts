import { z } from 'zod'
import { lineAttribute, optionalAttribute, referenceAttribute } from '../attributes.ts'
import type { InlineDefinition } from '../definition.ts'
import { defaultsOf } from '../definition.ts'
import { pictureToHtml } from '../html/picture.ts'
import type { Image } from '../model.ts'

const attrs = z.object({ src: referenceAttribute, alt: lineAttribute, title: optionalAttribute })

export const image: InlineDefinition<Image> = {
  name: 'image',
  label: 'Picture in a line',
  spec: { group: 'inline', inline: true, atom: true, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node) {
    if (node.type !== 'image') return null
    return { type: 'image', attrs: attrs.parse({ src: node.url, alt: node.alt ?? '', title: node.title ?? null }) }
  },
  toMarkdown({ attrs: { src, alt, title } }) {
    return { type: 'image', url: src, alt, title }
  },
  toHtml({ attrs: { src, alt } }, ctx) {
    return pictureToHtml(src, alt, ctx)
  },
}
