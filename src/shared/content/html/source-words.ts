import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

const silent = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'head'])

/** The words that a kept source would show, without its tags and without the lines that only name a directive. */
export function wordsOfSource(source: string): string {
  const prose = source.replace(/^:{2,}.*$/gm, ' ').replace(/^\[[^\]]+\]:.*$/gm, ' ')
  return textIn(fromHtml(prose, { fragment: true }))
    .replace(/\s+/g, ' ')
    .trim()
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && silent.has(node.tagName)) return ''
  return 'children' in node ? node.children.map(textIn).join('') : ''
}
