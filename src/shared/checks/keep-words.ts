import type { RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { isTooDeep } from '../content/html/bare-html.ts'
import type { Block, Inline, Mark, Node, Paragraph } from '../content/index.ts'
import { inlinesOf } from './edit-text.ts'
import { matchesIn } from './matches.ts'
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
  const tags = matchesIn(source, tag)
  const rest = source.replace(tag, '')
  if (tags.length === 0 || /[<>]/.test(rest)) return null
  if (!tags.every(([, name = '', attributes = '']) => plain.test(name.toLowerCase()) && !telling.test(attributes))) {
    return null
  }
  if (rest.trim() === '' || isTooDeep(source)) return rest.trim() === '' ? [{ type: 'paragraph' }] : null
  return paragraphsOf(fromHtml(source, { fragment: true }).children)
}

const marksOf: Readonly<Record<string, Mark>> = {
  b: { type: 'bold' },
  strong: { type: 'bold' },
  i: { type: 'italic' },
  em: { type: 'italic' },
}

/**
 * Of the few tags above alone. The reader of pasted HTML knows more, and cannot run in the checks' thread: what it stands on
 * asks for a document.
 */
function paragraphsOf(nodes: readonly RootContent[]): Paragraph[] {
  const lines: Inline[][] = [[]]
  const visit = (node: RootContent, marks: readonly Mark[]): void => {
    if (node.type === 'text') {
      const text = node.value.replace(/[ \t\r\n]+/g, ' ')
      lines.at(-1)?.push(marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text })
    }
    if (node.type !== 'element') return
    if (node.tagName === 'br') lines.at(-1)?.push({ type: 'hardBreak' })
    const isBlock = /^(?:p|div|center)$/.test(node.tagName)
    if (isBlock) lines.push([])
    const mark = marksOf[node.tagName]
    const inside = mark && !marks.some(({ type }) => type === mark.type) ? [...marks, mark] : marks
    for (const child of node.children) visit(child, inside)
    if (isBlock) lines.push([])
  }
  for (const node of nodes) visit(node, [])
  return lines.flatMap((line): Paragraph[] => {
    const content = trimmed(line)
    return content.length > 0 ? [{ type: 'paragraph', content }] : []
  })
}

/** Without the space and the line breaks that a line begins and ends with. */
function trimmed(line: readonly Inline[]): Inline[] {
  const isSpace = (inline: Inline) =>
    inline.type === 'hardBreak' || (inline.type === 'text' && inline.text.trim() === '')
  const content = line.slice(
    Math.max(
      0,
      line.findIndex(inline => !isSpace(inline)),
    ),
    line.findLastIndex(inline => !isSpace(inline)) + 1,
  )
  const [first, last] = [content[0], content.at(-1)]
  if (first?.type === 'text') content[0] = { ...first, text: first.text.trimStart() }
  const end = content.at(-1)
  if (last?.type === 'text' && end?.type === 'text') content[content.length - 1] = { ...end, text: end.text.trimEnd() }
  return content
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
