import type { Node as EditorNode, Schema } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { insertBlock } from './insert-block.ts'
import { nodeType } from './node-type.ts'

/** The blocks that the Add menu makes at once, without asking anything first. */
export type PlainBlock = 'details' | 'steps' | 'blockquote' | 'horizontalRule' | 'codeBlock'

export function addPlainBlock(name: PlainBlock): Command {
  return addNode(schema => nodeType(schema, name).createAndFill())
}

/** A block with its attributes, as a dialog made it. */
export function addBlock(name: string, attrs: Record<string, unknown>): Command {
  return addNode(schema => nodeType(schema, name).createAndFill(attrs))
}

function addNode(make: (schema: Schema) => EditorNode | null): Command {
  return (state, dispatch) => {
    const node = make(state.schema)
    const tr = node && insertBlock(state, node)
    if (!tr) return false
    dispatch?.(tr)
    return true
  }
}

/** Changes the attributes of the block at a position, if it is still of this type. */
export function changeBlock(pos: number, name: string, attrs: Record<string, unknown>): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(pos)
    if (node?.type.name !== name) return false
    dispatch?.(state.tr.setNodeMarkup(pos, null, { ...node.attrs, ...attrs }, node.marks))
    return true
  }
}
