import {
  type Block,
  childrenOf,
  type Entry,
  type Inline,
  type Link,
  type Node,
  type NodeType,
  textOf,
} from '../content/index.ts'
import type { LinkRun, Picture, TextBlock } from './seen.ts'

/** What the rules look at, gathered from one node and everything in it, in reading order. */
export interface Collected {
  nodes: { node: Node; path: number[] }[]
  texts: TextBlock[]
  links: LinkRun[]
  pictures: Picture[]
  /** Words that a reader meets as an attribute: captions, contact details. */
  attributes: TextBlock[]
}

const textBlockTypes: ReadonlySet<NodeType> = new Set(['paragraph', 'heading', 'summary', 'tableCell', 'tableHeader'])

const spoken: Partial<Record<NodeType, readonly string[]>> = {
  contact: ['name', 'telephone', 'textphone', 'email', 'website', 'hours', 'address'],
  document: ['title'],
  figure: ['alt', 'caption'],
  image: ['alt'],
  table: ['caption'],
  video: ['title'],
}

/** The fields in which somebody writes sentences; the others are names, numbers, dates and ids. */
const written = ['title', 'summary', 'cost', 'schedule', 'eligibility', 'application_process', 'referral'] as const

/** Nothing of a document is ever changed in its place, so what is in a block is gathered once for whoever asks. */
const known = new WeakMap<Block, { index: number; parts: Collected }>()

/** What is in the block of a document at `index`. It is shared, so nobody may change it. */
export function collectedIn(block: Block, index: number): Collected {
  const before = known.get(block)
  if (before?.index === index) return before.parts
  const parts = collect(block, [index])
  known.set(block, { index, parts })
  return parts
}

export function collect(root: Node, at: number[]): Collected {
  const found: Collected = { nodes: [], texts: [], links: [], pictures: [], attributes: [] }
  const visit = (node: Node, path: number[], within: readonly NodeType[]): void => {
    found.nodes.push({ node, path })
    found.attributes.push(...attributesOf(node, path, within))
    if (textBlockTypes.has(node.type)) {
      const block: TextBlock = { node, path, text: textOf(node), within }
      found.texts.push(block)
      const inlines = childrenOf(node) as Inline[]
      found.links.push(...linkRuns(inlines, block))
      found.pictures.push(...picturesIn(inlines, block))
    }
    if (node.type === 'figure') {
      const { src, alt, caption, decorative } = node.attrs
      found.pictures.push({ ...picture(src, alt, path), node, caption, isDecorative: decorative })
    }
    const children = childrenOf(node)
    if (children.length === 0) return
    const inside = [...within, node.type]
    children.forEach((child, index) => {
      visit(child, [...path, index], inside)
    })
  }
  visit(root, at, [])
  return found
}

function picture(src: string, alt: string, path: number[]): Picture {
  const around = { beside: '', near: { before: '', after: '' }, isParagraph: false }
  const nothing = { ...around, title: '', caption: '', link: null, size: null, isDecorative: false }
  // Markdown has no way to say that an alternative is empty on purpose.
  return { ...nothing, src, alt: alt.trim() === '' ? null : alt, place: { path } }
}

function picturesIn(inlines: readonly Inline[], { path, text }: TextBlock): Picture[] {
  return inlines.flatMap((inline, index): Picture[] => {
    if (inline.type !== 'image') return []
    const { src, alt, title } = inline.attrs
    const href = linkOf(inline)?.attrs.href
    const inLink = inlines.filter(other => href !== undefined && linkOf(other)?.attrs.href === href)
    const link = href === undefined ? null : { href, words: inLink.map(textOf).join('').trim() }
    return [{ ...picture(src, alt, [...path, index]), node: inline, title: title ?? '', beside: text.trim(), link }]
  })
}

function attributesOf(node: Node, path: number[], within: readonly NodeType[]): TextBlock[] {
  const names = spoken[node.type]
  if (!names || !('attrs' in node)) return []
  const attrs: Record<string, unknown> = { ...node.attrs }
  return names.flatMap((elsewhere): TextBlock[] => {
    const text = attrs[elsewhere]
    return typeof text === 'string' && text !== '' ? [{ node, path, text, within, elsewhere }] : []
  })
}

/** The sentences of the front matter. */
export function fieldTexts({ fields }: Entry): TextBlock[] {
  const values: Record<string, unknown> = { ...fields }
  return written.flatMap((elsewhere): TextBlock[] => {
    const text = values[elsewhere]
    if (typeof text !== 'string' || text === '') return []
    return [{ node: { type: 'paragraph' }, path: [], text, within: [], elsewhere }]
  })
}

function linkRuns(content: readonly Inline[], block: TextBlock): LinkRun[] {
  const runs: LinkRun[] = []
  let offset = 0
  let previous = null as LinkRun | null
  for (const inline of content) {
    const words = textOf(inline)
    const link = linkOf(inline)
    if (!link) previous = null
    else if (previous?.href === link.attrs.href) {
      previous.text += words
      previous.end = offset + words.length
      previous.place.end = previous.end
    } else {
      const { path } = block
      const [start, end] = [offset, offset + words.length]
      previous = { href: link.attrs.href, text: words, block, path, start, end, place: { path, start, end } }
      runs.push(previous)
    }
    offset += words.length
  }
  return runs
}

function linkOf(inline: Inline): Link | undefined {
  if (inline.type !== 'text' && inline.type !== 'image') return undefined
  return inline.marks?.find((mark): mark is Link => mark.type === 'link')
}
