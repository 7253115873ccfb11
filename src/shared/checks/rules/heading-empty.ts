import { childrenOf } from '../../content/index.ts'
import { rule } from '../rule.ts'

/** A heading without words. WCAG 2.2 SC 2.4.6 and 1.3.1. */
export const headingEmpty = rule({
  id: 'heading-empty',
  severity: 'error',
  wcag: ['2.4.6'],
  why: 'A heading without words is a stop on the way that leads nowhere.',
  on: {
    text: ({ node, path, text }) =>
      node.type === 'heading' &&
      !/[\p{L}\p{N}]/u.test(text) &&
      childrenOf(node).every(inline => inline.type === 'text' || inline.type === 'hardBreak') && {
        message: 'This heading has no words.',
        place: { path },
        // An empty line in its place, which is not written down: what the heading stood in may hold nothing else.
        fix: { label: 'Take it out', edits: [{ path, nodes: [{ type: 'paragraph' }] }] },
      },
  },
  examples: {
    fail: ['##\n\nSome words.', '## …\n\nSome words.'],
    pass: ['## Travel\n\nSome words.', '## ![Travel](media/bus.png)', '## 16+'],
  },
})
