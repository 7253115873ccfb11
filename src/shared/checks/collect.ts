import { childrenOf, type Entry, type Inline, type Link, type Node, type NodeType, textOf } from '../content/index.ts'
import type { LinkRun, TextBlock } from './rule.ts'

/** What the rules look at, gathered from one node and everything in it, in reading order. */
export interface Collected {
  nodes: { node: Node; path: number[] }[]
  texts: TextBlock[]
  links: LinkRun[]
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

export function collect(root: Node, at: number[]): Collected {
  const found: Collected = { nodes: [], texts: [], links: [], attributes: [] }
  const visit = (node: Node, path: number[], within: readonly NodeType[]): void => {
    found.nodes.push({ node, path })
    found.attributes.push(...attributesOf(node, path, within))
    if (textBlockTypes.has(node.type)) {
      const block: TextBlock = { node, path, text: textOf(node), within }
      found.texts.push(block)
      found.links.push(...linkRuns(childrenOf(node) as Inline[], block))
    }
    childrenOf(node).forEach((child, index) => {
      visit(child, [...path, index], [...within, node.type])
    })
  }
  visit(root, at, [])
  return found
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
    } else {
      const marks = 'marks' in inline ? (inline.marks ?? []) : []
      const { path } = block
      previous = { href: link.attrs.href, text: words, block, path, start: offset, end: offset + words.length, marks }
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
