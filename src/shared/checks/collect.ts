import { childrenOf, type Inline, type Link, type Node, type NodeType, textOf } from '../content/index.ts'
import type { LinkRun, TextBlock } from './rule.ts'

/** What the rules look at, gathered from one node and everything in it, in reading order. */
export interface Collected {
  nodes: { node: Node; path: number[] }[]
  texts: TextBlock[]
  links: LinkRun[]
}

const textBlockTypes: ReadonlySet<NodeType> = new Set(['paragraph', 'heading', 'summary', 'tableCell', 'tableHeader'])

export function collect(root: Node, at: number[]): Collected {
  const found: Collected = { nodes: [], texts: [], links: [] }
  const visit = (node: Node, path: number[], within: readonly NodeType[]): void => {
    found.nodes.push({ node, path })
    if (textBlockTypes.has(node.type)) {
      found.texts.push({ node, path, text: textOf(node), within })
      found.links.push(...linkRuns(childrenOf(node) as Inline[], path))
    }
    childrenOf(node).forEach((child, index) => {
      visit(child, [...path, index], [...within, node.type])
    })
  }
  visit(root, at, [])
  return found
}

function linkRuns(content: readonly Inline[], path: number[]): LinkRun[] {
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
      previous = { href: link.attrs.href, text: words, path, start: offset, end: offset + words.length, marks }
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
