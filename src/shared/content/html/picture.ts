import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { MediaFacts, ToHtml } from '../definition.ts'
import { hrefOf } from './safe-link.ts'

/** How wide the column of words is (resources/site/theme), so that a phone gets a picture for a phone. */
const columnWidth = '(min-width: 1020px) 650px, (min-width: 641px) calc(100vw - 60px), calc(100vw - 30px)'

/** A picture with its size, so that the page does not jump while it loads; its alternative text where there is no file. */
export function pictureToHtml(src: string, alt: string, ctx: ToHtml): ElementContent[] {
  const facts = ctx.page.media(src)
  const url = hrefOf(facts?.url ?? null)
  if (!facts || !url) return alt ? [{ type: 'text', value: alt }] : []
  const size = facts.width && facts.height ? { width: facts.width, height: facts.height } : {}
  const picture = h('img', { src: url, alt, ...size, loading: facts.isFirst === true ? null : 'lazy' })
  if (!facts.sizes?.length) return [picture]
  const srcSet = facts.sizes.map(each => `${each.url} ${each.width}w`).join(', ')
  return [h('picture', [h('source', { type: 'image/webp', srcSet, sizes: columnWidth }), picture])]
}

/** A link to a file that says its format and size, so that nobody downloads 8 MB by surprise on a phone. */
export function fileLinkToHtml(src: string, title: string, ctx: ToHtml): ElementContent[] {
  const facts = ctx.page.media(src)
  const url = hrefOf(facts?.url ?? null)
  const words = title || src.replace(/^.*\//, '')
  if (!facts || !url) return [{ type: 'text', value: words }]
  const about = aboutFile(facts)
  return [h('a.govuk-link', { href: url }, about ? `${words} (${about})` : words)]
}

function aboutFile({ format, bytes }: MediaFacts): string {
  return [format, bytes === undefined ? undefined : sizeInWords(bytes)].filter(Boolean).join(', ')
}

/** `820 KB`, `2.4 MB`: in powers of 1000, as file managers say it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`
}
