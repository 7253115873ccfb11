import { htmlBlockNames } from 'micromark-util-html-tag-name'
import type { InlineContext } from '../definition.ts'
import type { Block } from '../model.ts'
import type { Item } from './words.ts'

/**
 * Kept source in a line stands only where it reads as one piece of kept source again. Anywhere else it becomes words: the
 * same letters, which then show.
 */
export function settleKept(items: readonly Item[], context: InlineContext, read: (source: string) => Block[]): Item[] {
  return items.map((item, at) => {
    if (item.inline.type !== 'keptInline') return item
    const source = context === 'paragraph' ? item.inline.attrs.source : item.inline.attrs.source.replace(/\n/g, ' ')
    const isFirst = context === 'paragraph' && startsLine(items, at)
    const stands = fitsContext(source, context) && !(isFirst && opensBlock(source)) && readsAsKept(source, read)
    const text = source.replace(/\n/g, ' ')
    return { ...item, inline: stands ? { type: 'keptInline', attrs: { source } } : { type: 'text', text } }
  })
}

function startsLine(items: readonly Item[], at: number): boolean {
  for (const { inline } of items.slice(0, at).reverse()) {
    if (inline.type === 'hardBreak') return true
    if (inline.type !== 'text' || /[^\t\n ]/.test(inline.text)) return false
  }
  return true
}

function fitsContext(source: string, context: InlineContext): boolean {
  if (context === 'cell') return !source.includes('|')
  return context !== 'label' || !/[[\]\\]/.test(source)
}

const blockTag = new RegExp(`^</?(?:${htmlBlockNames.join('|')})(?:[\\s/>]|$)`, 'i')

/** What starts an HTML block even in the middle of a paragraph: CommonMark 0.31, 4.6, kinds 1 to 6. */
function opensBlock(source: string): boolean {
  return (
    /^<(?:(?:script|pre|style|textarea)(?:[\s>]|$)|!--|\?|![a-z]|!\[CDATA\[)/i.test(source) || blockTag.test(source)
  )
}

function readsAsKept(source: string, read: (source: string) => Block[]): boolean {
  const [only, ...more] = read(`x${source}x`)
  if (only?.type !== 'paragraph' || more.length) return false
  const [before, kept, after, ...rest] = only.content ?? []
  const isText = (word: typeof before) => word?.type === 'text' && word.text === 'x'
  return isText(before) && isText(after) && !rest.length && kept?.type === 'keptInline' && kept.attrs.source === source
}
