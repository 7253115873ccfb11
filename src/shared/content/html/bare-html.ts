import type { Element, ElementContent } from 'hast'

/** What is no word of anybody: the wrapping that clipboards and word processors put around words. */

/** The part that was really copied, where the clipboard marks it, without Word's conditional comments. */
export function bareHtml(html: string): string {
  const fragment = /<!--\s*StartFragment\s*-->([\s\S]*)<!--\s*EndFragment\s*-->/i.exec(html)?.[1] ?? html
  return fragment.replace(/<!\[(?:if|endif)[^\]]*\]>/gi, '').replace(/<\/?o:p\b[^>]*>/gi, '')
}

const mostOpen = 250
/** Closed by what follows them, or empty: any number of these may stand without an end. */
const selfClosing =
  /^(?:p|li|d[dt]|t[dhr]|thead|tbody|tfoot|option|br|hr|img|input|meta|link|col|wbr|area|base|source)$/i

/** What a browser opens again in every paragraph until it is closed, each time as a new element. */
const reopened = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/i
/** Elements that are made again in this way: a page that was pasted from the worst of programs makes some thousands. */
const mostReopened = 300_000

/** Whether more elements are open at once, or made again, than any page has; reading that would end the program. */
export function isTooDeep(html: string): boolean {
  let open = 0
  let marks = 0
  let made = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    made += marks
    if (reopened.test(name)) marks = slash ? Math.max(0, marks - 1) : marks + 1
    if (!selfClosing.test(name)) open = slash ? Math.max(0, open - 1) : open + 1
    if (open > mostOpen || made > mostReopened) return true
  }
  return false
}

/** The words alone, for what is too deep to be read. */
export function withoutTags(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<\/?[a-z!][^<>]*>/gi, ' ')
    .replaceAll('<', '&lt;')
}

const silent = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'meta',
  'link',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'xml',
])

/** Never seen by a reader, or able to run: left out with everything inside. */
export function isSilent(node: ElementContent): boolean {
  if (node.type === 'comment') return true
  if (node.type !== 'element') return false
  const style = String(node.properties.style ?? '')
  return silent.has(node.tagName) || /display:\s*none|mso-hide:\s*all/i.test(style)
}

const blockElements = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
])

export function isBlockElement(element: Element): boolean {
  return blockElements.has(element.tagName)
}
