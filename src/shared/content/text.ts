import type { Doc, Node } from './model.ts'

/** Walking the tree, and its words. Every path is the index of each child from the root. */

export function childrenOf(node: Node): readonly Node[] {
  return 'content' in node && node.content ? node.content : []
}

/** The words of a node, its descendants' joined without anything between; a line break is `\n`, a picture nothing. */
export function textOf(node: Node): string {
  if (node.type === 'text') return node.text
  if (node.type === 'hardBreak') return '\n'
  return childrenOf(node).map(textOf).join('')
}

/** Every node from the root down, each before its children. `visit` answers false to leave the children out. */
export function walk(
  doc: Node,
  // biome-ignore lint/suspicious/noConfusingVoidType: most visitors answer nothing at all.
  visit: (node: Node, path: readonly number[], parent: Node | null) => boolean | void,
): void {
  const step = (node: Node, path: readonly number[], parent: Node | null): void => {
    if (visit(node, path, parent) === false) return
    childrenOf(node).forEach((child, at) => {
      step(child, [...path, at], node)
    })
  }
  step(doc, [], null)
}

export function nodeAt(doc: Node, path: readonly number[]): Node | null {
  let node: Node | undefined = doc
  for (const at of path) node = node && childrenOf(node)[at]
  return node ?? null
}

/** The document with the node at `path` replaced by `nodes` (none takes it out); the same document for a path to nowhere. */
export function replaceAt(doc: Doc, path: readonly number[], nodes: readonly Node[]): Doc {
  return path.length ? (replaceIn(doc, path, nodes) as Doc) : doc
}

function replaceIn(node: Node, path: readonly number[], nodes: readonly Node[]): Node {
  const [at, ...rest] = path
  const children = childrenOf(node)
  const child = at === undefined ? undefined : children[at]
  if (at === undefined || !child) return node
  const between = rest.length ? [replaceIn(child, rest, nodes)] : nodes
  return { ...node, content: [...children.slice(0, at), ...between, ...children.slice(at + 1)] } as Node
}

/** Whether no other letters and digits than those of English stand in a text: nearly all texts are so. */
export function isPlain(text: string): boolean {
  return /^[\t\n\r -~\u00a0£–—‘’“”…]*$/.test(text)
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:[’'-][\p{L}\p{N}\p{M}]+)*/gu
/** The same in a text that is plain, in a third of the time. */
const plainWordPattern = /[A-Za-z\d]+(?:[’'-][A-Za-z\d]+)*/g

/** The words of a text in their order: letters, digits, and the apostrophes and hyphens inside them. */
export function wordsIn(text: string): string[] {
  return text.match(isPlain(text) ? plainWordPattern : wordPattern) ?? []
}

/** The attributes that a reader sees as words. */
const spokenAttributes = [
  'name',
  'title',
  'caption',
  'alt',
  'telephone',
  'textphone',
  'email',
  'hours',
  'address',
] as const

/** All that a reader would read, block by block on lines of their own, with captions and contact details: for search. */
export function readingText(node: Node): string {
  return linesOf(node)
    .map(line => line.replace(/\t[\t ]*| [\t ]+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n')
}

function linesOf(node: Node): string[] {
  const children = childrenOf(node)
  if (node.type === 'text' || children.some(child => child.type === 'text')) return [lineOf(node)]
  return [...spokenIn(node), ...children.flatMap(linesOf)]
}

function lineOf(node: Node): string {
  if (node.type === 'text' || node.type === 'hardBreak') return textOf(node)
  const own = spokenIn(node).join(' ')
  return own + childrenOf(node).map(lineOf).join('')
}

function spokenIn(node: Node): string[] {
  if (!('attrs' in node)) return []
  const attrs: Record<string, unknown> = node.attrs
  return spokenAttributes.flatMap(key => {
    const value = attrs[key]
    return typeof value === 'string' && value ? [value] : []
  })
}
