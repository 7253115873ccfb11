import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { ToHtml } from '../definition.ts'

/** The only way by which an address gets into the site's HTML. */

const safeScheme = /^(?:https?:\/\/|mailto:|tel:)/i
const anyScheme = /^[a-z][a-z\d+.-]*:/i

/** An address that a page may lead to (http, https, mailto, tel, or relative), or null: nothing that can run. */
export function hrefOf(href: string | null): string | null {
  if (href === null) return null
  // Browsers skip white space and control characters inside a scheme, so they must not hide one here.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that browsers skip.
  const bare = href.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/g, '')
  if (bare === '') return null
  return safeScheme.test(bare) || !anyScheme.test(bare) ? href.trim().replaceAll('\\', '%5C') : null
}

/** Words that lead somewhere, or the words alone where the address is unknown or unsafe. */
export function linkToHtml(reference: string, words: string | ElementContent[], ctx: ToHtml): ElementContent[] {
  const href = hrefOf(ctx.page.href(reference))
  const shown: ElementContent[] = typeof words === 'string' ? [{ type: 'text', value: words }] : words
  return href ? [h('a.govuk-link', { href }, shown)] : shown
}
