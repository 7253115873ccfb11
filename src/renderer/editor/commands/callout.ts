import { lift, wrapIn } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { CalloutKind } from '../../../shared/content/index.ts'
import { insertBlock } from './insert-block.ts'
import { nodeType } from './node-type.ts'

/** The callout that the cursor is in. */
export function calloutAt(state: EditorState): { pos: number; kind: CalloutKind } | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.type.name === 'callout') return { pos: $from.before(depth), kind: node.attrs.kind }
  }
  return null
}

/** Around the words at the cursor, or an empty one where nothing can be put around them (in a table). */
export const insertCallout: Command = (state, dispatch) => {
  if (wrapIn(nodeType(state.schema, 'callout'))(state, dispatch)) return true
  const block = nodeType(state.schema, 'callout').createAndFill()
  const tr = block && insertBlock(state, block)
  if (!tr) return false
  dispatch?.(tr)
  return true
}

export function setCalloutKind(kind: CalloutKind): Command {
  return (state, dispatch) => {
    const here = calloutAt(state)
    if (here === null) return false
    dispatch?.(state.tr.setNodeAttribute(here.pos, 'kind', kind))
    return true
  }
}

/** Takes the callout away and leaves its words. */
export const removeCallout: Command = (state, dispatch) => {
  const here = calloutAt(state)
  const node = here && state.doc.nodeAt(here.pos)
  if (!here || !node) return lift(state, dispatch)
  dispatch?.(state.tr.replaceWith(here.pos, here.pos + node.nodeSize, node.content).scrollIntoView())
  return true
}
