import type { Node as EditorNode } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { diffArrays } from 'diff'

/**
 * Makes the document another one by changing only what differs, so that the cursor, the problems' marks and everything
 * else that stands in unchanged words stays where it is.
 */
export function replaceDocument(state: EditorState, next: EditorNode): Transaction {
  const tr = state.tr
  replaceChildren(tr, 0, state.doc, next)
  // A step may refuse what would be wrong for an instant in between: then all of it is replaced at once.
  return tr.doc.eq(next) ? tr : state.tr.replaceWith(0, state.doc.content.size, next.content)
}

/** Replaces the nodes `before`, which begin at `pos`, by `after`, touching only where they differ. */
export function replaceNodes(
  tr: Transaction,
  pos: number,
  before: readonly EditorNode[],
  after: readonly EditorNode[],
): void {
  if (before.length === 0 && after.length === 0) return
  if (before.length !== after.length) {
    tr.replaceWith(pos, pos + sizeOf(before), after)
    return
  }
  let at = pos
  for (const [index, next] of after.entries()) {
    const now = before[index]
    if (now !== undefined) replaceNode(tr, at, now, next)
    at += next.nodeSize
  }
}

function replaceNode(tr: Transaction, pos: number, now: EditorNode, next: EditorNode): void {
  if (now.eq(next)) return
  if (now.isText || now.isAtom || !now.sameMarkup(next)) tr.replaceWith(pos, pos + now.nodeSize, next)
  else if (now.inlineContent) replaceWords(tr, pos + 1, now, next)
  else replaceChildren(tr, pos + 1, now, next)
}

/** `inside` is the position where the parent's content begins. */
function replaceChildren(tr: Transaction, inside: number, now: EditorNode, next: EditorNode): void {
  let pos = inside
  let removed: EditorNode[] = []
  for (const part of diffArrays([...now.children], [...next.children], { comparator: (a, b) => a.eq(b) })) {
    if (part.removed) {
      removed = part.value
      continue
    }
    replaceNodes(tr, pos, removed, part.added ? part.value : [])
    removed = []
    pos += sizeOf(part.value)
  }
  replaceNodes(tr, pos, removed, [])
}

function replaceWords(tr: Transaction, inside: number, now: EditorNode, next: EditorNode): void {
  const start = now.content.findDiffStart(next.content)
  const end = now.content.findDiffEnd(next.content)
  if (start === null || end === null) return
  // Where both ends find the same letters (“aa” in “aaa”), the ends cross; the overlap belongs to neither.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  tr.replaceWith(inside + start, inside + end.a + overlap, next.content.cut(start, end.b + overlap))
}

function sizeOf(nodes: readonly EditorNode[]): number {
  return nodes.reduce((size, node) => size + node.nodeSize, 0)
}
