import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { isTooDeep } from '../../content/html/bare-html.ts'
import { takeRoles } from '../../content/html/roles.ts'
import { childrenOf, type Doc, type Inline, type Mark, type Node } from '../../content/index.ts'
import type { Spot } from '../seen.ts'
import type { Markup } from './markup.ts'
import { namesIn, readMarkup } from './read.ts'

/** A stretch of the page's HTML that is kept source, and the node that keeps it. */
interface Piece {
  start: number
  end: number
  path: number[]
  isBlock: boolean
}

/**
 * What a page keeps as it was, as markup. A tag in one kept line may be closed in another one, so the page is written as
 * HTML with the kept sources in their places, and what they open is looked at. Null where nothing is kept.
 */
export function keptMarkup(doc: Doc): Markup | null {
  if (!keepsHtml(doc)) return null
  const pieces: Piece[] = []
  const html = written(doc, [], 0, pieces)
  if (isTooDeep(html)) return null
  const tree = fromHtml(html, { fragment: true })
  takeRoles(tree)
  const placeIn = ({ position }: Pick<Element, 'position'>, among: readonly Piece[]): Spot | null => {
    const start = position?.start.offset
    const piece = start === undefined ? undefined : among.find(each => each.start <= start && start < each.end)
    if (!piece || start === undefined) return null
    const end = Math.min(position?.end.offset ?? start, piece.end)
    return { path: piece.path, within: { start: start - piece.start, end: end - piece.start } }
  }
  const blocks = pieces.filter(({ isBlock }) => isBlock)
  return readMarkup({
    root: tree,
    named: namesIn(tree),
    placeOf: node => placeIn(node, pieces),
    placeOfWords: node => placeIn(node, blocks),
  })
}

const tagPattern = /<[a-z]/i

function keepsHtml(node: Node): boolean {
  if (node.type === 'kept' || node.type === 'keptInline') return tagPattern.test(node.attrs.source)
  return childrenOf(node).some(keepsHtml)
}

/** The node as HTML, from the offset `at` on; kept sources are noted in `pieces`. */
function written(node: Node, path: number[], at: number, pieces: Piece[]): string {
  if (node.type === 'kept' || node.type === 'keptInline') {
    const { source } = node.attrs
    if (!tagPattern.test(source) && !source.startsWith('</')) return escaped(source)
    pieces.push({ start: at, end: at + source.length, path, isBlock: node.type === 'kept' })
    return source
  }
  const [open, close] = tagsOf(node)
  let html = open
  childrenOf(node).forEach((child, index) => {
    html += written(child, [...path, index], at + html.length, pieces)
  })
  return html + close
}

const names: Partial<Record<Node['type'], string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  callout: 'section',
  details: 'details',
  summary: 'summary',
  contact: 'section',
}

function tagsOf(node: Node): [open: string, close: string] {
  if (node.type === 'text') return marked(node)
  if (node.type === 'hardBreak') return ['<br>', '']
  if (node.type === 'image' || node.type === 'figure') {
    return [`<img src="${escaped(node.attrs.src)}" alt="${escaped(node.attrs.alt)}">`, '']
  }
  const name = node.type === 'heading' ? `h${node.attrs.level}` : names[node.type]
  return name ? [`<${name}>`, `</${name}>`] : ['', '']
}

function marked({ text, marks = [] }: Extract<Inline, { type: 'text' }>): [string, string] {
  const open = marks.map(mark => `<${tagOf(mark)}${mark.type === 'link' ? ` href="${escaped(mark.attrs.href)}"` : ''}>`)
  const close = marks.map(mark => `</${tagOf(mark)}>`).reverse()
  return [open.join('') + escaped(text), close.join('')]
}

function tagOf(mark: Mark): string {
  const tags = { bold: 'strong', italic: 'em', code: 'code', link: 'a', lang: 'span' } as const
  return tags[mark.type]
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
