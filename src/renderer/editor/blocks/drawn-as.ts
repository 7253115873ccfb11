import type { NodeConfig } from '@tiptap/core'
import type { DOMOutputSpec, Node as EditorNode } from '@tiptap/pm/model'
import { readAttributes } from '../document/read-attributes.ts'

type Drawing = [tag: string, attributes?: Record<string, string>, ...children: DOMOutputSpec[]]

/**
 * How a node looks, and how it comes back from this editor's own clipboard: the element carries the node's name and its
 * attributes, so that cut and paste loses nothing. HTML from anywhere else never comes this way (see paste/).
 * The node's structure is not said here: it is the content folder's.
 */
export function drawnAs(
  name: string,
  draw: string | ((node: EditorNode) => Drawing),
): Pick<NodeConfig, 'name' | 'parseHTML' | 'renderHTML'> {
  return {
    name,
    parseHTML: () => [
      {
        tag: `[data-signpost="${name}"]`,
        getAttrs: element => readAttributes(name, parsed(element.getAttribute('data-attributes'))),
      },
    ],
    renderHTML: ({ node }) => {
      const [tag, attributes = {}, ...children]: Drawing = typeof draw === 'string' ? [draw] : draw(node)
      const marked = { ...attributes, ...ownMark(name, node.type.spec.attrs, node.attrs) }
      if (children.length > 0) return [tag, marked, ...children]
      return node.isLeaf ? [tag, marked] : [tag, marked, 0]
    },
  }
}

/** What makes an element of the clipboard our own. Attributes that are as they always are go without saying. */
export function ownMark(name: string, spec: AttributeSpecs, attrs: Record<string, unknown>): Record<string, string> {
  const marked = { 'data-signpost': name }
  const own = Object.entries(attrs).filter(([key, value]) => value !== spec?.[key]?.default)
  return own.length === 0 ? marked : { ...marked, 'data-attributes': JSON.stringify(Object.fromEntries(own)) }
}

type AttributeSpecs = { [name: string]: { default?: unknown } } | undefined

export function parsed(json: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
