import type { Doc, Node } from './model.ts'
import type { Place } from './place.ts'
import { childrenOf, nodeAt, textOf } from './text.ts'

/**
 * Places of the model as positions of ProseMirror and back. A position counts: a text is as long as its characters, a
 * leaf is 1, everything else is its content and 2 more for its edges; the document's content starts at 0.
 */
export interface Positions {
  from: number
  to: number
}

const leaves: ReadonlySet<Node['type']> = new Set([
  'hardBreak',
  'image',
  'keptInline',
  'horizontalRule',
  'figure',
  'video',
  'document',
  'service',
  'kept',
])

export function sizeOf(node: Node): number {
  if (node.type === 'text') return node.text.length
  if (leaves.has(node.type)) return 1
  return contentSizeOf(node) + 2
}

function contentSizeOf(node: Node): number {
  return childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 0)
}

/** From before the node to after it, or around the words that `start` and `end` say; null for a path to nowhere. */
export function positionOf(doc: Doc, place: Place): Positions | null {
  return positionsIn(doc)(place)
}

/** The same for many places of one document, whose blocks are measured once. */
export function positionsIn(doc: Doc): (place: Place) => Positions | null {
  let starts: number[] | null = null
  const startOf = (block: number): number => {
    starts ??= startsOf(doc)
    return starts[block] ?? 0
  }
  return place => {
    const [at] = place.path
    const block = at === undefined ? undefined : doc.content[at]
    if (at === undefined || block === undefined) return positionFrom(doc, startOf, place)
    const start = startOf(at)
    const before = inBlocks.get(place)
    if (before?.block === block) return { from: start + before.from, to: start + before.to }
    const found = positionFrom(doc, startOf, place)
    if (found !== null) inBlocks.set(place, { block, from: found.from - start, to: found.to - start })
    return found
  }
}

/** Where a place is in its block, counted from where that begins: it stays there as long as there is that block. */
const inBlocks = new WeakMap<Place, Positions & { block: Node }>()

/** Nothing of a document is changed in its place, so that a block is as long as it was. */
const lengths = new WeakMap<Node, number>()

function startsOf({ content }: Doc): number[] {
  let next = 0
  return content.map(block => {
    const start = next
    const length = lengths.get(block) ?? sizeOf(block)
    lengths.set(block, length)
    next += length
    return start
  })
}

function positionFrom(doc: Doc, startOf: (block: number) => number, place: Place): Positions | null {
  const node = nodeAt(doc, place.path)
  if (!node) return null
  const [block, ...path] = place.path
  const top = block === undefined ? undefined : doc.content[block]
  const before =
    block === undefined || top === undefined
      ? 0
      : startOf(block) + (path.length > 0 ? 1 + positionBefore(top, path) : 0)
  if (place.start === undefined && place.end === undefined) {
    return place.path.length ? { from: before, to: before + sizeOf(node) } : { from: 0, to: contentSizeOf(doc) }
  }
  const inside = node.type === 'text' || !place.path.length ? before : before + 1
  const length = textOf(node).length
  const start = Math.min(length, Math.max(0, place.start ?? 0))
  const end = Math.min(length, Math.max(start, place.end ?? length))
  const from = positionInside(node, inside, start, 'after')
  return { from, to: Math.max(from, positionInside(node, inside, end, 'before')) }
}

function positionBefore(root: Node, path: readonly number[]): number {
  let position = 0
  let node = root
  path.forEach((at, depth) => {
    const children = childrenOf(node)
    position += children.slice(0, at).reduce((sum, child) => sum + sizeOf(child), 0)
    if (depth < path.length - 1) position += 1
    node = children[at] ?? node
  })
  return position
}

/** Where the character at `offset` starts (`after` what ends there) or the one before it ends (`before` what starts). */
function positionInside(node: Node, start: number, offset: number, side: 'before' | 'after'): number {
  if (node.type === 'text') return start + offset
  let position = start
  let left = offset
  for (const child of childrenOf(node)) {
    const length = textOf(child).length
    const within = side === 'after' ? left < length : left <= length && length > 0
    if (within)
      return child.type === 'hardBreak' ? position + left : positionInside(child, position + edge(child), left, side)
    left -= length
    position += sizeOf(child)
  }
  return position
}

function edge(node: Node): 0 | 1 {
  return node.type === 'text' ? 0 : 1
}

/** The deepest node that holds both positions, with the words between them; null when they are outside the document. */
export function placeAt(doc: Doc, from: number, to: number = from): Place | null {
  if (from < 0 || to < from || to > contentSizeOf(doc)) return null
  let node: Node = doc
  let start = 0
  const path: number[] = []
  for (let next = holder(node, start, from, to); next; next = holder(node, start, from, to)) {
    path.push(next.at)
    node = next.child
    start = next.start
  }
  return { path, start: offsetAt(node, start, from), end: offsetAt(node, start, to) }
}

function holder(node: Node, start: number, from: number, to: number) {
  let position = start
  for (const [at, child] of childrenOf(node).entries()) {
    const size = sizeOf(child)
    const opensAt = position + edge(child)
    if (!leaves.has(child.type) && child.type !== 'text' && from >= opensAt && to <= position + size - 1) {
      return { at, child, start: opensAt }
    }
    position += size
  }
  return null
}

function offsetAt(node: Node, start: number, target: number): number {
  if (node.type === 'text') return Math.max(0, Math.min(node.text.length, target - start))
  let offset = 0
  let position = start
  for (const child of childrenOf(node)) {
    if (target <= position) break
    const size = sizeOf(child)
    if (target < position + size) return offset + offsetAt(child, position + edge(child), target)
    offset += textOf(child).length
    position += size
  }
  return offset
}
