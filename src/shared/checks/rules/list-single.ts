import { type Block, childrenOf } from '../../content/index.ts'
import { type Finding, rule } from '../rule.ts'

/** A list of one thing. */
export const listSingle = rule({
  id: 'list-single',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK content style: a list is of two things or more',
  why: 'A list announces several things; one of one thing makes people look for the rest.',
  on: {
    page: ({ doc }) => singlesIn(doc.content, []),
  },
  examples: {
    fail: ['Bring:\n\n- a drink\n\nThen come.', '1. Ring us.\n\nThen come.'],
    pass: [
      '- a drink\n- a towel',
      '1. Ring us.\n\n::figure{src="media/bus.png" alt="The bus"}\n\n2. Come.',
      '- a drink\n- a towel\n  - a large one',
    ],
  },
})

/** What a step breaks off for (a picture, a box) is no end of it: its number goes on. */
function singlesIn(blocks: readonly Block[], path: readonly number[]): Finding[] {
  return blocks.flatMap((block, at): Finding[] => {
    const own = [...path, at]
    if (block.type === 'callout' || block.type === 'blockquote') return singlesIn(block.content, own)
    if (block.type !== 'bulletList' && block.type !== 'orderedList') return []
    const goesOn = block.type === 'orderedList' && (block.attrs.start !== 1 || blocks.slice(at + 1).some(isContinued))
    if (childrenOf(block).length > 1 || goesOn) return []
    const nodes = block.content.flatMap(({ content }) => content)
    const fix = { label: 'Make it a paragraph', edits: [{ path: own, nodes }] }
    return [{ message: 'This list has one item. Make it a sentence.', place: { path: own }, fix }]
  })
}

function isContinued(block: Block): boolean {
  return block.type === 'orderedList' && block.attrs.start > 1
}
