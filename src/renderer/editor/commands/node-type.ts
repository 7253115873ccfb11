import type { MarkType, NodeType, Schema } from '@tiptap/pm/model'
import type { Mark, Node } from '../../../shared/content/index.ts'

/** A node type of the model by its name. The schema is made from the model, so that it is always there. */
export function nodeType(schema: Schema, name: Node['type'] | (string & {})): NodeType {
  const type = schema.nodes[name]
  if (type === undefined) throw new Error(`The model has no ${name}.`)
  return type
}

export function markType(schema: Schema, name: Mark['type']): MarkType {
  const type = schema.marks[name]
  if (type === undefined) throw new Error(`The model has no ${name}.`)
  return type
}
