import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { z } from 'zod'
import { lineAttribute, linesAttribute } from '../../attributes.ts'
import type { BlockDefinition, ToHtml } from '../../definition.ts'
import { defaultsOf } from '../../definition.ts'
import { containerDirective, readContainer, unlessEmpty } from '../../directive.ts'
import { linkToHtml } from '../../html/safe-link.ts'
import type { Contact } from '../../model.ts'
import { type OwnWord, ownWordToHtml } from '../../own-words.ts'

const attrs = z.object({
  name: lineAttribute,
  telephone: lineAttribute,
  textphone: lineAttribute,
  email: lineAttribute,
  website: lineAttribute,
  hours: lineAttribute,
  address: linesAttribute,
})

const fields = ['name', 'telephone', 'textphone', 'email', 'website', 'hours', 'address'] as const

export const contact: BlockDefinition<Contact> = {
  name: 'contact',
  label: 'Contact details',
  spec: { group: 'block', content: 'block*', isolating: true, defining: true, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node, ctx) {
    const read = readContainer(node, 'contact', fields)
    if (!read || read.label) return null
    return { type: 'contact', attrs: attrs.parse(read.attributes), content: ctx.blocks(read.children) }
  },
  toMarkdown(block, ctx) {
    const written = Object.fromEntries(fields.map(field => [field, unlessEmpty(block.attrs[field])]))
    return containerDirective('contact', written, ctx.blocks(block.content ?? []))
  },
  toHtml(block, ctx) {
    const { name } = block.attrs
    const rows = rowsOf(block, ctx).flatMap(([label, value]) => [
      h('dt', [ownWordToHtml(label, ctx.page.language)]),
      h('dd', value),
    ])
    return [
      h('div.contact', [
        ...(name ? [h('p.govuk-body.contact__name', [h('strong', name)])] : []),
        ...(rows.length ? [h('dl.contact__ways', rows)] : []),
        ...ctx.blocks(block.content ?? []),
      ]),
    ]
  },
  repair(raw, ctx) {
    const content = ctx.blocks(raw.content, 0)
    return [{ type: 'contact', attrs: attrs.parse(raw.attrs), ...(content.length ? { content } : {}) }]
  },
  sample: [
    {
      type: 'contact',
      attrs: {
        name: 'Local Offer team',
        telephone: '01632 960123',
        textphone: '',
        email: 'localoffer@example.org',
        website: 'https://example.org/local-offer',
        hours: 'Monday to Friday, 9am to 5pm',
        address: '',
      },
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'You can ask for a call in another language.' }] },
      ],
    },
  ],
}

function rowsOf({ attrs: { telephone, textphone, email, website, hours, address } }: Contact, ctx: ToHtml) {
  const rows: [label: OwnWord, value: ElementContent[]][] = []
  if (telephone) rows.push(['Telephone', linkToHtml(`tel:${dialled(telephone)}`, telephone, ctx)])
  if (textphone) rows.push(['Textphone', linkToHtml(`tel:${dialled(textphone)}`, textphone, ctx)])
  if (email) rows.push(['Email', linkToHtml(`mailto:${email}`, email, ctx)])
  if (website) rows.push(['Website', linkToHtml(website, website.replace(/^https?:\/\//, ''), ctx)])
  if (hours) rows.push(['Opening hours', [{ type: 'text', value: hours }]])
  if (address) rows.push(['Address', linesOf(address)])
  return rows
}

function dialled(number: string): string {
  return number.replace(/[^+\d]/g, '')
}

function linesOf(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((line, index): ElementContent[] => [...(index ? [h('br')] : []), { type: 'text', value: line }])
}
