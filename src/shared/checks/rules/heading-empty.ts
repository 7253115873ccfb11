import { childrenOf, textOf } from '../../content/index.ts'
import { said } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { nameOf } from '../markup/words.ts'
import { rule } from '../rule.ts'

/** A heading without words. WCAG 2.2 SC 2.4.6 and 1.3.1. */
export const headingEmpty = rule({
  id: 'heading-empty',
  severity: 'error',
  wcag: ['2.4.6'],
  why: 'A heading without words is a stop on the way that leads nowhere.',
  on: {
    nodes: {
      heading: (node, path) =>
        !/[\p{L}\p{N}]/u.test(textOf(node)) &&
        childrenOf(node).every(inline => inline.type === 'text' || inline.type === 'hardBreak') && {
          message: 'This heading has no words.',
          place: { path },
          // An empty line in its place, which is not written down: what the heading stood in may hold nothing else.
          fix: { label: 'Take it out', edits: [{ path, nodes: [{ type: 'paragraph' }] }] },
        },
    },
    elements: { h1: look, h2: look, h3: look, h4: look, h5: look, h6: look },
  },
  examples: {
    fail: ['##\n\nSome words.', '## …\n\nSome words.'],
    pass: ['## Travel\n\nSome words.', '## ![Travel](media/bus.png)', '## 16+'],
    html: {
      fail: ['<p>One.</p><h2></h2><p>Two.</p>', '<h1>&nbsp;</h1>', '<h2><img src="a.png" alt=""></h2>'],
      pass: [
        '<h2><img src="a.png" alt="Travel"></h2>',
        '<h2 aria-label="Travel"></h2>',
        '<h2 aria-hidden="true"></h2>',
      ],
    },
  },
})

function look({ element, named, place }: MarkupElement) {
  const isSilent = said(element, 'ariaHidden') === 'true' || /[\p{L}\p{N}]/u.test(nameOf(element, named))
  return !isSilent && { message: 'This heading has no words.', place }
}
