import { h } from 'hastscript'
import { z } from 'zod'
import { referenceAttribute } from '../../attributes.ts'
import type { BlockDefinition } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import { leafDirective, readLeaf, unlessEmpty } from '../../directive.ts'
import { hrefOf, linkToHtml } from '../../html/safe-link.ts'
import type { ServiceCard } from '../../model.ts'

const attrs = z.object({ id: referenceAttribute })

export const service: BlockDefinition<ServiceCard> = {
  name: 'service',
  label: 'Service card',
  spec: { group: 'block', atom: true, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node) {
    const read = readLeaf(node, 'service', ['id'])
    return read && { type: 'service', attrs: attrs.parse(read) }
  },
  toMarkdown({ attrs: { id } }) {
    return leafDirective('service', { id: unlessEmpty(id) })
  },
  toHtml({ attrs: { id } }, ctx) {
    const facts = ctx.page.service(id)
    if (!facts) return []
    const href = hrefOf(facts.href)
    return [
      h('div.service-card', [
        h('p.govuk-body.service-card__name', [
          href ? h('a.govuk-link', { href }, facts.title) : h('strong', facts.title),
        ]),
        ...(facts.summary ? [h('p.govuk-body', facts.summary)] : []),
        ...(facts.telephone
          ? [h('p.govuk-body', linkToHtml(`tel:${facts.telephone.replace(/[^+\d]/g, '')}`, facts.telephone, ctx))]
          : []),
        ...(facts.email ? [h('p.govuk-body', linkToHtml(`mailto:${facts.email}`, facts.email, ctx))] : []),
      ]),
    ]
  },
  repair(raw) {
    return [{ type: 'service', attrs: attrs.parse(raw.attrs) }]
  },
  sample: [{ type: 'service', attrs: { id: '01J0000000000000000000SAMP' } }],
}
