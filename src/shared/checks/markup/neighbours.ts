import type { Element, ElementContent } from 'hast'
import { isNotShown } from './attributes.ts'
import type { MarkupElement } from './markup.ts'
import { wordsOf } from './words.ts'

/** Whether nothing that anybody reads or sees stands between two elements, the first of which comes first. */
export function areSide(one: MarkupElement, other: MarkupElement): boolean {
  const shared = one.around.find(each => other.around.includes(each))
  if (!shared) return false
  const [first, second] = [branch(one, shared), branch(other, shared)]
  const [from, to] = [shared.children.indexOf(first), shared.children.indexOf(second)]
  const between = shared.children.slice(from + 1, to)
  return between.every(isNothing) && isLast(one, first) && isFirst(other, second)
}

function branch({ element, around }: MarkupElement, shared: Element): Element {
  return around[around.indexOf(shared) - 1] ?? element
}

/** Whether it ends with the element, or starts with it: nothing else of it says anything there. */
function isLast({ element, around }: MarkupElement, branchOf: Element): boolean {
  return edge(element, around, branchOf, (children, at) => children.slice(at + 1))
}

function isFirst({ element, around }: MarkupElement, branchOf: Element): boolean {
  return edge(element, around, branchOf, (children, at) => children.slice(0, at))
}

function edge(
  element: Element,
  around: readonly Element[],
  top: Element,
  rest: (children: readonly ElementContent[], at: number) => readonly ElementContent[],
): boolean {
  let inner = element
  for (const outer of element === top ? [] : around) {
    if (!rest(outer.children, outer.children.indexOf(inner)).every(isNothing)) return false
    if (outer === top) return true
    inner = outer
  }
  return true
}

const seen = new Set(['img', 'svg', 'video', 'audio', 'iframe', 'input', 'button', 'select', 'hr', 'table'])

function isNothing(node: ElementContent): boolean {
  if (node.type === 'text') return !/[\p{L}\p{N}]/u.test(node.value)
  if (node.type !== 'element' || isNotShown(node)) return true
  return !seen.has(node.tagName) && wordsOf(node) === '' && node.children.every(isNothing)
}
