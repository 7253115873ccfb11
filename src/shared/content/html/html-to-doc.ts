import type { Element, ElementContent, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { blocks as blockList } from '../blocks/index.ts'
import type { FromHtml } from '../definition.ts'
import { normaliseDoc } from '../markdown/parse.ts'
import { inOrder, marks as markList } from '../marks/index.ts'
import type { Block, Doc, Inline, Mark } from '../model.ts'
import { bareHtml, isBlockElement, isSilent, isTooDeep, withoutTags } from './bare-html.ts'
import { wordLists } from './word-lists.ts'

export interface HtmlRead {
  doc: Doc
  /** What had to be put right, one sentence each, none twice. */
  repaired: string[]
}

/** A paste or an import longer than this (UTF-16 units) is cut: it is not a page. */
const mostHtml = 3_000_000
const mostDepth = 120

/** HTML from anywhere (Word, Google Docs, an old CMS, a web page) as a document. Never fails; every visible word stays. */
export function htmlToDoc(html: string): HtmlRead {
  const said = new Set<string>()
  if (html.length > mostHtml) said.add('The end was left out, because it was too long for one page.')
  const bare = bareHtml(html.slice(0, mostHtml))
  if (isTooDeep(bare)) said.add('Only the words could come along, because of how the page was built.')
  const root = fromHtml(isTooDeep(bare) ? withoutTags(bare) : bare, { fragment: true })
  const ctx: FromHtml = {
    blocks: nodes => blocksOf(nodes, ctx, 0),
    words: nodes => wordsOf(nodes, [], ctx, 0),
    repaired: sentence => said.add(sentence),
  }
  const children = wordLists(contentOf(root.children), ctx)
  const doc = normaliseDoc({ type: 'doc', content: ctx.blocks(children) })
  return { doc, repaired: [...said] }
}

function contentOf(nodes: readonly RootContent[]): ElementContent[] {
  return nodes.filter((node): node is ElementContent => node.type !== 'doctype')
}

function blocksOf(nodes: readonly ElementContent[], ctx: FromHtml, depth: number): Block[] {
  const blocks: Block[] = []
  let line: ElementContent[] = []
  const endLine = () => {
    const words = wordsOf(line, [], ctx, depth)
    blocks.push(...paragraphsOf(words))
    line = []
  }
  for (const node of nodes) {
    if (isSilent(node)) continue
    if (node.type !== 'element' || !holdsBlocks(node)) {
      line.push(node)
      continue
    }
    endLine()
    blocks.push(...blocksIn(node, ctx, depth + 1))
  }
  endLine()
  return blocks
}

function holdsBlocks(element: Element): boolean {
  return isBlockElement(element) || element.children.some(child => child.type === 'element' && holdsBlocks(child))
}

function blocksIn(given: Element, ctx: FromHtml, depth: number): Block[] {
  const element = isBlockElement(given) ? withLangInside(given) : given
  if (depth > mostDepth) return paragraphsOf(wordsOf([element], [], ctx, 0))
  for (const definition of blockList) {
    const block = definition.fromHtml?.(element, ctx)
    if (!block) continue
    const asParagraph = block.type === 'paragraph' ? (block.content ?? []) : null
    return asParagraph ? paragraphsOf(asParagraph) : [block]
  }
  const isMark = markList.some(definition => definition.fromHtml(element))
  return blocksOf(isMark ? pushedDown(element, element.children) : element.children, ctx, depth)
}

/** A paragraph that says its language, as one whose words say it: blocks of a document say nothing of the kind. */
function withLangInside(element: Element): Element {
  const { lang, ...properties } = element.properties
  if (typeof lang !== 'string' || lang === '') return element
  const mark: Element = { type: 'element', tagName: 'span', properties: { lang }, children: [] }
  return { ...element, properties, children: pushedDown(mark, element.children) }
}

/** A link around a heading, or bold around paragraphs, as the same around the words of each. */
function pushedDown(mark: Element, children: readonly ElementContent[]): ElementContent[] {
  return children.map(child => {
    if (child.type === 'element' && holdsBlocks(child)) return { ...child, children: pushedDown(mark, child.children) }
    return { ...mark, children: [child] }
  })
}

/** A picture alone in its paragraph is a figure; two line breaks in a row are a new paragraph. */
function paragraphsOf(words: readonly Inline[]): Block[] {
  const parts: Inline[][] = [[]]
  words.forEach((word, at) => {
    if (word.type === 'hardBreak' && words[at + 1]?.type === 'hardBreak') parts.push([])
    else parts.at(-1)?.push(word)
  })
  return parts.flatMap((content): Block[] => {
    const full = content.filter(word => word.type !== 'text' || /\S/.test(word.text))
    const [only, ...more] = full
    if (!only) return []
    if (only.type === 'image' && !more.length && !only.marks?.length) {
      const { src, alt } = only.attrs
      return [{ type: 'figure', attrs: { src, alt, decorative: false, caption: '' } }]
    }
    return [{ type: 'paragraph', content }]
  })
}

function wordsOf(nodes: readonly ElementContent[], around: readonly Mark[], ctx: FromHtml, depth: number): Inline[] {
  const words: Inline[] = []
  let mustBreak = false
  for (const node of nodes) {
    const inner = wordsOfNode(node, around, ctx, depth)
    if (!inner.some(word => word.type !== 'text' || /\S/.test(word.text)) && mustBreak) continue
    // A block where only words are wanted (a paragraph in a cell) stands on a line of its own.
    const isBlock = node.type === 'element' && isBlockElement(node)
    if ((mustBreak || isBlock) && words.length && inner.length) words.push({ type: 'hardBreak' })
    words.push(...inner)
    if (inner.length) mustBreak = isBlock
  }
  return words
}

function wordsOfNode(node: ElementContent, around: readonly Mark[], ctx: FromHtml, depth: number): Inline[] {
  if (node.type === 'text') return textOf(node.value, around)
  if (node.type !== 'element' || isSilent(node)) return []
  if (node.tagName === 'br') return [{ type: 'hardBreak' }]
  if (node.tagName === 'img') return pictureOf(node, around, ctx)
  if (depth > mostDepth) return textOf(deepText(node), around)
  const marks = [...around, ...markList.flatMap(definition => definition.fromHtml(node) ?? [])]
  return wordsOf(node.children, inOrder(marks), ctx, depth + 1)
}

function textOf(value: string, marks: readonly Mark[]): Inline[] {
  const text = value.replace(/[\t\n\f\r ]+/g, ' ').replace(/\u00ad/g, '')
  if (text === '') return []
  return [{ type: 'text', text, ...(marks.length ? { marks: [...marks] } : {}) }]
}

function pictureOf(node: Element, marks: readonly Mark[], ctx: FromHtml): Inline[] {
  const src = String(node.properties.src ?? '')
  const alt = String(node.properties.alt ?? '')
  if (!/^(https?:|media\/)/i.test(src)) {
    ctx.repaired('A picture could not come along. Add it again from a file.')
    return alt ? textOf(alt, marks) : []
  }
  return [{ type: 'image', attrs: { src, alt, title: null }, ...(marks.length ? { marks: [...marks] } : {}) }]
}

function deepText(node: Element): string {
  const words: string[] = []
  const waiting: ElementContent[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') words.push(next.value)
    if (next.type === 'element' && !isSilent(next)) waiting.push(...[...next.children].reverse())
  }
  return words.join('')
}
