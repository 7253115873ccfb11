import type { Node as EditorNode } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Edit } from '../../../shared/checks/rule.ts'
import { nodeAtPath } from './node-at-path.ts'
import { replaceDocument, replaceNodes } from './replace-document.ts'

/**
 * A fix as one transaction, and so one undo step. All paths are of the document as it is before the fix. Null when an
 * edit has no place any more, or would leave a document that the model does not allow: then nothing is changed.
 */
export function applyEdits(state: EditorState, edits: readonly Edit[]): Transaction | null {
  const tr = state.tr
  const placed = edits.map(edit => ({ edit, found: nodeAtPath(state.doc, edit.path) }))
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
  } catch (error) {
    if (error instanceof RangeError || isTransformError(error)) return null
    throw error
  }
  return tr.docChanged ? tr.scrollIntoView() : null
}

function wholeDocument(state: EditorState, nodes: readonly EditorNode[]): Transaction | null {
  const [next] = nodes
  return next === undefined || next.type !== state.doc.type ? null : replaceDocument(state, next)
}

function isTransformError(error: unknown): boolean {
  return error instanceof Error && error.name === 'TransformError'
}
