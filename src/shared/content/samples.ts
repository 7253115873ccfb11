import { blocks } from './blocks/index.ts'
import type { Doc } from './model.ts'

/** A document made of every block's sample: for trying a renderer, a check or a theme on all there is. */
export const samples: Doc = { type: 'doc', content: blocks.flatMap(block => block.sample) }
