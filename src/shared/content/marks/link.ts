import { h } from 'hastscript'
import { z } from 'zod'
import { optionalAttribute, referenceAttribute } from '../attributes.ts'
import type { MarkDefinition } from '../definition.ts'
import { defaultsOf } from '../definition.ts'
import { hrefOf } from '../html/safe-link.ts'
import type { Link } from '../model.ts'

const attrs = z.object({ href: referenceAttribute, title: optionalAttribute })

export const link: MarkDefinition<Link> = {
  name: 'link',
  label: 'Link',
  spec: { inclusive: false, attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node) {
    if (node.type !== 'link') return null
    return { type: 'link', attrs: attrs.parse({ href: node.url, title: node.title ?? null }) }
  },
  toMarkdown({ attrs: { href, title } }, children) {
    return { type: 'link', url: href, title, children: children as never[] }
  },
  toHtml({ attrs: { href } }, children, ctx) {
    const address = hrefOf(ctx.page.href(href))
    return address ? [h('a.govuk-link', { href: address }, children)] : children
  },
  fromHtml(element) {
    if (element.tagName !== 'a') return null
    const { href, title } = element.properties
    return typeof href === 'string' && hrefOf(href)
      ? { type: 'link', attrs: attrs.parse({ href, title: title ?? null }) }
      : null
  },
  repair(given) {
    return typeof given.href === 'string' ? { type: 'link', attrs: attrs.parse(given) } : null
  },
}
