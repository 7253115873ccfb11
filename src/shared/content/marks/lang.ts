import { h } from 'hastscript'
import { z } from 'zod'
import type { MarkDefinition } from '../definition.ts'
import { defaultsOf } from '../definition.ts'
import type { Lang } from '../model.ts'

/** A language tag, BCP 47: letters and digits in parts of at most eight. */
const tag = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i
/** Written from right to left: Arabic, Urdu, Farsi, Pashto, Kurdish (Sorani), Hebrew, Yiddish, Sindhi, Uyghur, Divehi. */
const rightToLeft = /^(?:ar|ur|fa|prs|ps|ckb|he|yi|sd|ug|dv|syr)(?:-(?!latn)|$)/i

const attrs = z.object({ lang: z.string().regex(tag).catch('') })

export const lang: MarkDefinition<Lang> = {
  name: 'lang',
  label: 'Words in another language',
  spec: { attrs: defaultsOf(attrs) },
  attrs,
  fromMarkdown(node) {
    if (node.type !== 'textDirective' || node.name !== 'span') return null
    const [entry, ...more] = Object.entries(node.attributes ?? {})
    if (more.length || entry?.[0] !== 'lang' || (node.data && 'repeated' in node.data)) return null
    return tag.test(entry[1] ?? '') ? { type: 'lang', attrs: { lang: entry[1] ?? '' } } : null
  },
  toMarkdown(mark, children) {
    return { type: 'textDirective', name: 'span', attributes: { lang: mark.attrs.lang }, children }
  },
  toHtml(mark, children) {
    const { lang: said } = mark.attrs
    return [h('span', { lang: said, ...(rightToLeft.test(said) ? { dir: 'rtl' } : {}) }, children)]
  },
  fromHtml(element) {
    const said = element.properties.lang ?? element.properties.xmlLang
    // Word and browsers mark everything as English; that is the page's language, not words in another one.
    if (typeof said !== 'string' || !tag.test(said) || /^en(-|$)/i.test(said)) return null
    return { type: 'lang', attrs: { lang: said } }
  },
  repair(given) {
    const { lang: said } = attrs.parse(given)
    return said ? { type: 'lang', attrs: { lang: said } } : null
  },
}
