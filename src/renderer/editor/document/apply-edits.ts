import type { Node as EditorNode } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import type { Edit } from '../../../shared/checks/rule.ts'
import { nodeAtPath } from './node-at-path.ts'
import { replaceDocument, replaceNodes } from './replace-document.ts'

interface Placed {
  edit: Edit
  found: ReturnType<typeof nodeAtPath>
}

/**
 * A fix as one transaction, and so one undo step. All paths are of the document as it is before the fix. Null when an
 * edit has no place any more, or would leave a document that the model does not allow: then nothing is changed.
 */
export function applyEdits(state: EditorState, edits: readonly Edit[]): Transaction | null {
  const tr = state.tr
  const placed: Placed[] = edits.map(edit => ({ edit, found: nodeAtPath(state.doc, edit.path) }))
  // From the end to the beginning, so that the positions of edits still to come stay true.
  placed.sort((a, b) => (b.found?.pos ?? 0) - (a.found?.pos ?? 0))
  try {
    for (const { edit, found } of placed) {
      if (found === null) return null
      const nodes = edit.nodes.map(node => state.schema.nodeFromJSON(node))
      if (found.pos < 0) return wholeDocument(state, nodes)
      replaceNodes(tr, found.pos, [found.node], nodes)
    }
    tr.doc.check()
    keepCursor(tr, state, placed)
  } catch (error) {
    if (error instanceof RangeError || isTransformError(error)) return null
    throw error
  }
  return tr.docChanged ? tr.scrollIntoView() : null
}

/** Where a block became another one, whoever was writing in it goes on writing in it, at the same words. */
function keepCursor(tr: Transaction, { selection }: EditorState, placed: readonly Placed[]): void {
  const { from } = selection
  const inside = placed.find(
    ({ found }) => found !== null && from > found.pos && from < found.pos + found.node.nodeSize,
  )
  if (!inside?.found || inside.edit.nodes.length !== 1) return
  const start = tr.mapping.map(inside.found.pos, -1)
  const size = tr.doc.nodeAt(start)?.nodeSize ?? 0
  const here = tr.selection.from
  if (here > start && here < start + size) return
  tr.setSelection(Selection.near(tr.doc.resolve(start + Math.min(from - inside.found.pos, Math.max(size - 1, 0))), -1))
}

function wholeDocument(state: EditorState, nodes: readonly EditorNode[]): Transaction | null {
  const [next] = nodes
  return next === undefined || next.type !== state.doc.type ? null : replaceDocument(state, next)
}

function isTransformError(error: unknown): boolean {
  return error instanceof Error && error.name === 'TransformError'
}
