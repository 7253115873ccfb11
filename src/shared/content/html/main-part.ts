import type { Element, Root } from 'hast'

export type Parent = Root | Element

export function elementsIn(node: Parent): Element[] {
  return node.children.flatMap(child => (child.type === 'element' ? [child, ...elementsIn(child)] : []))
}

/** The part of a web page that is its own, without the menus around it. */
export function mainOf(tree: Root): Parent {
  const elements = elementsIn(tree)
  const main = elements.find(({ tagName, properties }) => tagName === 'main' || properties.role === 'main')
  return main ?? elements.find(({ tagName }) => tagName === 'body') ?? tree
}
