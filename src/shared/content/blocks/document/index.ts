import { h } from 'hastscript'
import { z } from 'zod'
import { lineAttribute, referenceAttribute } from '../../attributes.ts'
import type { BlockDefinition } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import { leafDirective, readLeaf, unlessEmpty } from '../../directive.ts'
import { fileLinkToHtml } from '../../html/picture.ts'
import type { DocumentLink } from '../../model.ts'

const attrs = z.object({ src: referenceAttribute, title: lineAttribute })

export const documentLink: BlockDefinition<DocumentLink> = {
  name: 'document',
  label: 'Document to download',
  spec: { group: 'block', atom: true, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node) {
    const read = readLeaf(node, 'document', ['src', 'title'])
    return read && { type: 'document', attrs: attrs.parse(read) }
  },
  toMarkdown({ attrs: { src, title } }) {
    return leafDirective('document', { src: unlessEmpty(src), title: unlessEmpty(title) })
  },
  toHtml({ attrs: { src, title } }, ctx) {
    return [h('p.govuk-body.document', fileLinkToHtml(src, title, ctx))]
  },
  repair(raw) {
    return [{ type: 'document', attrs: attrs.parse(raw.attrs) }]
  },
  sample: [{ type: 'document', attrs: { src: 'media/request-form.docx', title: 'Form to ask for an assessment' } }],
}
