import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { FromHtml } from '../definition.ts'

/**
 * Word pastes a list as paragraphs that only look like one: `<p style="mso-list:l0 level1 lfo1">`, with the bullet typed
 * in a span of `mso-list:Ignore`. They become real lists, which a screen reader can count (WCAG 2.2 SC 1.3.1).
 */
export function wordLists(nodes: readonly ElementContent[], ctx: FromHtml): ElementContent[] {
  const out: ElementContent[] = []
  let items: Item[] = []
  const end = () => {
    if (items.length) ctx.repaired('Paragraphs that looked like a list are now a real list.')
    out.push(...listsOf(items))
    items = []
  }
  for (const node of nodes) {
    const item = itemOf(node)
    if (item) {
      items.push(item)
    } else if (node.type === 'text' && node.value.trim() === '' && items.length) {
      // The line break between two of Word's paragraphs does not end the list.
    } else {
      end()
      out.push(node.type === 'element' ? { ...node, children: wordLists(node.children, ctx) } : node)
    }
  }
  end()
  return out
}

interface Item {
  level: number
  ordered: boolean
  children: ElementContent[]
}

function itemOf(node: ElementContent): Item | null {
  if (node.type !== 'element' || node.tagName !== 'p') return null
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(styleOf(node))?.[1]
  if (!level) return null
  const marker = markerIn(node)
  return {
    level: Number(level),
    ordered: /^[\s(]*(?:\d+|[a-z]{1,3}|[ivxl]+)[.)]/i.test(marker),
    children: withoutMarker(node.children),
  }
}

function styleOf(element: Element): string {
  return String(element.properties.style ?? '')
}

function isMarker(node: ElementContent): boolean {
  return node.type === 'element' && /mso-list:\s*ignore/i.test(styleOf(node))
}

function markerIn(node: ElementContent): string {
  if (isMarker(node)) return textIn(node)
  return node.type === 'element' ? node.children.map(markerIn).join('') : ''
}

function textIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textIn).join('') : ''
}

function withoutMarker(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes
    .filter(node => !isMarker(node))
    .map(node => (node.type === 'element' ? { ...node, children: withoutMarker(node.children) } : node))
}

function listsOf(items: readonly Item[]): Element[] {
  const [first] = items
  if (!first) return []
  const next = items.findIndex((item, at) => at > 0 && item.level === first.level && item.ordered !== first.ordered)
  const own = next < 0 ? items : items.slice(0, next)
  const list = h(first.ordered ? 'ol' : 'ul')
  for (let at = 0; at < own.length; ) {
    const item = own[at]
    let end = at + 1
    while (end < own.length && (own[end]?.level ?? 0) > first.level) end += 1
    if (item) list.children.push(h('li', [...item.children, ...listsOf(own.slice(at + 1, end))]))
    at = end
  }
  return [list, ...(next < 0 ? [] : listsOf(items.slice(next)))]
}
