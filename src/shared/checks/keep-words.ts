import { type Block, htmlToDoc, type Inline, type Node } from '../content/index.ts'
import { inlinesOf } from './edit-text.ts'
import type { Fix, TextBlock } from './rule.ts'

/** The words of HTML that was kept as it was, without the look that somebody gave them by hand. */

/** Tags that say how words look, and nothing of what they are. */
const looks = 'font|span|u|big|small|center|marquee|blink'
const plain = new RegExp(`^(?:p|div|br|b|strong|i|em|${looks})$`)
const look = new RegExp(`^<(${looks})((?:\\s[^<>]*)?)>$`, 'i')
const tag = /<\/?([a-z][a-z\d]*)((?:\s[^<>]*)?)\/?>/gi
/** What would be lost with the tag, or what hides its words. */
const telling =
  /\b(?:id|name|lang|dir|title|role|aria-[a-z]+|on[a-z]+|src|href|hidden|tabindex)\b|display|visibility|position/i

/** The blocks of kept HTML whose tags do nothing but place and dress its words; null for any other. */
export function wordsOfSource(source: string): Block[] | null {
  const tags = [...source.matchAll(tag)]
  const rest = source.replace(tag, '')
  if (tags.length === 0 || /[<>]/.test(rest)) return null
  if (!tags.every(([, name = '', attributes = '']) => plain.test(name.toLowerCase()) && !telling.test(attributes))) {
    return null
  }
  return rest.trim() === '' ? [{ type: 'paragraph' }] : htmlToDoc(source).doc.content
}

/** Takes a kept tag that only dresses words, and the one that closes it, out of its line; null for any other. */
export function withoutTags({ node, path }: Pick<TextBlock, 'node' | 'path'>, at: number): Fix | null {
  const inlines = inlinesOf(node)
  const pair = pairsIn(inlines).find(each => each.includes(at))
  if (!pair) return null
  const content = inlines.filter((_, index) => !pair.includes(index))
  return { label: 'Keep only its words', edits: [{ path, nodes: [{ ...node, content } as Node] }] }
}

/** The places of each opening tag and of the one that closes it. */
function pairsIn(inlines: readonly Inline[]): [number, number][] {
  const pairs: [number, number][] = []
  const open: { name: string; at: number; isLook: boolean }[] = []
  for (const [at, inline] of inlines.entries()) {
    if (inline.type !== 'keptInline') continue
    const { source } = inline.attrs
    const [, name, attributes = ''] = look.exec(source) ?? []
    const closed = /^<\/([a-z][a-z\d]*)\s*>$/i.exec(source)?.[1]?.toLowerCase()
    if (closed !== undefined) {
      const last = open.pop()
      if (last?.name !== closed) return pairs
      if (last.isLook) pairs.push([last.at, at])
      continue
    }
    const opened = /^<([a-z][a-z\d]*)(?:\s[^<>]*)?>$/i.exec(source)?.[1]?.toLowerCase()
    if (opened !== undefined && !/^(?:br|img|hr|wbr|input)$/.test(opened)) {
      open.push({ name: opened, at, isLook: name !== undefined && !telling.test(attributes) })
    }
  }
  return pairs
}
