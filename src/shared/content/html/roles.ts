import type { Element, Root } from 'hast'
import { elementsIn, type Parent } from './main-part.ts'

/** Elements that mean nothing by themselves: what they are is what their role says. */
const plain = new Set(['div', 'span', 'p', 'section', 'article', 'b', 'strong', 'font'])
const tags: Readonly<Record<string, string>> = {
  cell: 'td',
  columnheader: 'th',
  gridcell: 'td',
  list: 'ul',
  listitem: 'li',
  row: 'tr',
  rowgroup: 'tbody',
  rowheader: 'th',
  table: 'table',
}

/**
 * A heading, a table or a list that is one by its role (“WAI-ARIA 1.2”), as the element that it stands for: whoever hears
 * the page meets no difference. The tree is changed in place.
 */
export function takeRoles(tree: Parent | Root): void {
  for (const element of elementsIn(tree)) {
    const tag = plain.has(element.tagName) ? tagOf(element) : undefined
    if (tag !== undefined) element.tagName = tag
  }
}

function tagOf({ properties }: Element): string | undefined {
  const said = Array.isArray(properties.role) ? properties.role[0] : properties.role
  const role = String(said ?? '')
    .trim()
    .toLowerCase()
    .split(/\s+/)[0]
  if (role !== 'heading') return tags[role ?? '']
  const level = Number(properties.ariaLevel ?? 2)
  return `h${Number.isInteger(level) && level >= 1 ? Math.min(level, 6) : 2}`
}
