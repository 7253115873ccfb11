import type { Element, Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

export interface ReadElement {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
}

/** Every element of a document, as a browser's own parser reads it, in order. */
export function fromHtml(html: string): ReadElement[] {
  const found: ReadElement[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'element') found.push(read(node))
    if ('children' in node) for (const child of node.children) walk(child)
    if (node.type === 'element' && node.content !== undefined) walk(node.content)
  }
  walk(unified().use(rehypeParse).parse(html))
  return found
}

function read(element: Element): ReadElement {
  const attributes = Object.entries(element.properties).map(([name, value]) => [
    attributeNames[name] ?? name.toLowerCase(),
    Array.isArray(value) ? value.join(' ') : String(value ?? ''),
  ])
  return { name: element.tagName, attributes: Object.fromEntries(attributes), text: textOf(element) }
}

const attributeNames: Readonly<Record<string, string>> = { className: 'class', httpEquiv: 'http-equiv', htmlFor: 'for' }

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
