import type { BlockDefinition, PartDefinition } from '../definition.ts'
import { blockquote } from './blockquote/index.ts'
import { bulletList } from './bullet-list/index.ts'
import { callout } from './callout/index.ts'
import { codeBlock } from './code-block/index.ts'
import { contact } from './contact/index.ts'
import { details } from './details/index.ts'
import { documentLink } from './document/index.ts'
import { figure } from './figure/index.ts'
import { heading } from './heading/index.ts'
import { horizontalRule } from './horizontal-rule/index.ts'
import { kept } from './kept/index.ts'
import { listItem } from './list-item/index.ts'
import { orderedList } from './ordered-list/index.ts'
import { paragraph } from './paragraph/index.ts'
import { service } from './service/index.ts'
import { steps } from './steps/index.ts'
import { table } from './table/index.ts'
import { video } from './video/index.ts'

/** Every block there is. The paragraph is first, as what ProseMirror makes up where it needs a block; `kept` is last. */
export const blocks: readonly BlockDefinition[] = [
  paragraph,
  heading,
  bulletList,
  orderedList,
  blockquote,
  table,
  figure,
  callout,
  details,
  steps,
  contact,
  video,
  documentLink,
  service,
  horizontalRule,
  codeBlock,
  kept,
]

/** The nodes that live only inside a block. */
export const parts: readonly PartDefinition[] = [listItem, ...blocks.flatMap(block => block.parts ?? [])]

const byName = new Map<string, BlockDefinition>(blocks.map(block => [block.name, block]))

export function blockNamed(name: string): BlockDefinition | undefined {
  return byName.get(name)
}
