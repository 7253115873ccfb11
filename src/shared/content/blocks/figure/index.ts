import { h } from 'hastscript'
import { z } from 'zod'
import { flagAttribute, lineAttribute, referenceAttribute } from '../../attributes.ts'
import type { BlockDefinition } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import { leafDirective, readLeaf, unlessEmpty } from '../../directive.ts'
import { pictureToHtml } from '../../html/picture.ts'
import type { Figure } from '../../model.ts'

const attrs = z.object({
  src: referenceAttribute,
  alt: lineAttribute,
  decorative: flagAttribute,
  caption: lineAttribute,
})

export const figure: BlockDefinition<Figure> = {
  name: 'figure',
  label: 'Picture',
  spec: { group: 'block', atom: true, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node) {
    const read = readLeaf(node, 'figure', ['src', 'alt', 'decorative', 'caption'])
    if (!read || (read.decorative ?? '') !== '') return null
    return { type: 'figure', attrs: attrs.parse({ ...read, decorative: 'decorative' in read }) }
  },
  toMarkdown({ attrs: { src, alt, decorative, caption } }) {
    return leafDirective('figure', {
      src: unlessEmpty(src),
      alt: unlessEmpty(alt),
      decorative: decorative ? '' : null,
      caption: unlessEmpty(caption),
    })
  },
  toHtml({ attrs: { src, alt, decorative, caption } }, ctx) {
    const picture = pictureToHtml(src, decorative ? '' : alt, ctx)
    return [h('figure.figure', [...picture, ...(caption ? [h('figcaption.figure__caption', caption)] : [])])]
  },
  fromHtml(element, ctx) {
    if (element.tagName !== 'figure') return null
    const words = ctx.words(element.children)
    const pictures = words.filter(word => word.type === 'image')
    const [picture] = pictures
    // A figure of several pictures, or of a table, is not this block: its parts are read one by one.
    if (!picture || pictures.length > 1) return null
    const caption = words.map(word => (word.type === 'text' ? word.text : ' ')).join('')
    return { type: 'figure', attrs: attrs.parse({ ...picture.attrs, decorative: false, caption }) }
  },
  repair(raw) {
    return [{ type: 'figure', attrs: attrs.parse(raw.attrs) }]
  },
  sample: [
    {
      type: 'figure',
      attrs: {
        src: 'media/hall.png',
        alt: 'The front door of the hall, with a ramp and a blue rail',
        decorative: false,
        caption: 'The ramp is on the left of the main door.',
      },
    },
  ],
}
