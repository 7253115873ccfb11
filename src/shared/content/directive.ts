import type { PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { isLabel } from './definition.ts'

/**
 * Blocks that Markdown has no word for are directives. One is read only when it fits its shape exactly: anything more in
 * it would be lost, so then it is kept as it was.
 */

declare module 'mdast' {
  interface ParagraphData {
    directiveLabel?: boolean | null | undefined
  }
}

type Attributes = Record<string, string>

export function leafDirective(name: string, attributes: Record<string, string | null>): LeafDirective {
  return { type: 'leafDirective', name, attributes: written(attributes), children: [] }
}

export function containerDirective(
  name: string,
  attributes: Record<string, string | null>,
  children: readonly RootContent[],
  label: PhrasingContent[] = [],
): ContainerDirective {
  const head: RootContent[] = label.length
    ? [{ type: 'paragraph', data: { directiveLabel: true }, children: label }]
    : []
  return {
    type: 'containerDirective',
    name,
    attributes: written(attributes),
    children: [...head, ...children] as ContainerDirective['children'],
  }
}

/** The attributes of a `::name{…}` that has no label and nothing but `allowed`, or null. */
export function readLeaf(node: RootContent, name: string, allowed: readonly string[]): Attributes | null {
  if (node.type !== 'leafDirective' || node.name !== name || node.children.length > 0) return null
  return attributesOf(node, allowed)
}

export interface ReadContainer {
  attributes: Attributes
  label: PhrasingContent[] | null
  children: RootContent[]
}

/** A `:::name{…}` that has nothing but `allowed`, with its label apart, or null. */
export function readContainer(node: RootContent, name: string, allowed: readonly string[]): ReadContainer | null {
  if (node.type !== 'containerDirective' || node.name !== name) return null
  const attributes = attributesOf(node, allowed)
  if (!attributes) return null
  const [head, ...rest] = node.children
  if (head && isLabel(head)) return { attributes, label: head.children, children: rest }
  return { attributes, label: null, children: node.children }
}

function attributesOf(node: ContainerDirective | LeafDirective, allowed: readonly string[]): Attributes | null {
  if (node.data && 'repeated' in node.data) return null
  const entries = Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? ''] as const)
  return entries.every(([key]) => allowed.includes(key)) ? Object.fromEntries(entries) : null
}

function written(attributes: Record<string, string | null>): Attributes {
  const entries = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null)
  return Object.fromEntries(entries)
}

/** For an attribute that is not written when it is empty. */
export function unlessEmpty(value: string): string | null {
  return value === '' ? null : value
}
