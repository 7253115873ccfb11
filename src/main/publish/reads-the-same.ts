import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/**
 * Whether readers meet the same page: its words in their order, where its links and forms lead, its pictures, and the rules
 * by which a browser runs no script of anybody's. A host may write the same page in other bytes (without its white space,
 * or with a comment of its own), and that is no other page.
 */
export function readsTheSame(sent: string, got: string): boolean {
  return sent === got || JSON.stringify(whatIsRead(sent)) === JSON.stringify(whatIsRead(got))
}

function whatIsRead(html: string): string[] {
  const found: string[] = []
  let words = ''
  const flush = () => {
    // Between two blocks no reader sees whether there is any.
    const text = words.replace(/\s+/g, '')
    if (text !== '') found.push(text)
    words = ''
  }
  const visit = (node: Nodes): void => {
    if (node.type === 'text') words += node.value
    if (node.type === 'element') {
      const mark = markOf(node)
      if (mark !== null) {
        flush()
        found.push(mark)
      }
      if (node.tagName === 'style' || node.tagName === 'script') return
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(fromHtml(html))
  flush()
  return found
}

const attributes: Readonly<Record<string, string>> = {
  a: 'href',
  form: 'action',
  img: 'src',
  iframe: 'src',
  script: 'src',
  meta: 'content',
}

function markOf({ tagName, properties }: Element): string | null {
  const name = attributes[tagName]
  if (name === undefined) return null
  if (tagName === 'meta' && properties.httpEquiv === undefined) return null
  return `<${tagName} ${String(properties[name] ?? '')}>`
}
