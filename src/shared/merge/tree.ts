import { wordsIn } from '../content/index.ts'
import type { Node } from '../content/model.ts'
import { type Bag, bagOf } from './likeness.ts'

/** Nodes as the merge sees them: a type, attributes, and children. */
export interface Tree {
  type: Node['type']
  attrs?: Record<string, unknown>
  content?: Tree[]
  text?: string
}

/** A node is compared with many others: what it says is written down once, and its words are counted once. */
const written = new WeakMap<Tree, string>()
const counted = new WeakMap<Tree, Bag>()
const spoken = new WeakMap<Tree, readonly string[]>()

/** Equal for nodes that say the same. */
export function keyOf(node: Tree): string {
  const key = written.get(node) ?? JSON.stringify(node)
  written.set(node, key)
  return key
}

export function wordsOf(node: Tree): Bag {
  const bag = counted.get(node) ?? bagOf(textOfTree(node))
  counted.set(node, bag)
  return bag
}

/** Its words one after the other, as they are compared: without capital letters. */
export function spokenIn(node: Tree): readonly string[] {
  const words = spoken.get(node) ?? wordsIn(textOfTree(node).toLowerCase())
  spoken.set(node, words)
  return words
}

export function textOfTree(node: Tree): string {
  const attrs = Object.values(node.attrs ?? {}).filter(value => typeof value === 'string')
  return [node.text ?? '', ...attrs, ...(node.content ?? []).map(textOfTree)].join(' ')
}
