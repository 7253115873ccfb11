import type { Element } from 'hast'
import { type Block, childrenOf, textOf } from '../../content/index.ts'
import { roleOf, said } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { within, wordsOf } from '../markup/words.ts'
import { type Finding, rule } from '../rule.ts'

const message = 'This list has one item. Make it a sentence.'

/** A list of one thing that could be said in a sentence: a logo, a card with a heading or the way back cannot. */
export const listSingle = rule({
  id: 'list-single',
  severity: 'warning',
  wcag: [],
  source: 'GOV.UK content style: a list is of two things or more',
  why: 'A list announces several things; one of one thing makes people look for the rest.',
  on: {
    pageOfDocument: ({ doc }) => singlesIn(doc.content, []),
    elements: { ul: single, ol: single },
  },
  examples: {
    fail: ['Bring:\n\n- a drink\n\nThen come.', '1. Ring us.\n\nThen come.', '- ![](media/bus.png) a drink\n\nCome.'],
    pass: [
      '- a drink\n- a towel',
      '1. Ring us.\n\n::figure{src="media/bus.png" alt="The bus"}\n\n2. Come.',
      '- a drink\n- a towel\n  - a large one',
      'Who pays for this:\n\n- [![Example Trust](media/bus.png)](https://example.org/)',
    ],
    html: {
      fail: [
        '<p>Bring:</p><ul><li>a drink</li></ul>',
        '<div><ol><li><p>Ring us.</p></li></ol><p>Then come.</p></div>',
        '<ul><li><a href="/form">Form for a place</a></li></ul>',
      ],
      pass: [
        '<ul><li>a drink</li><li>a towel</li></ul>',
        '<ul class="logos"><li><a href="https://example.org"><img src="a.png" alt="Example Trust"></a></li></ul>',
        '<nav><ul><li><a href="/">Home</a></li></ul></nav>',
        '<ol class="breadcrumb"><li><a href="/">Home</a></li></ol>',
        '<ul class="results"><li><h3>Swim club</h3><p>Saturdays at 10am.</p></li></ul>',
        '<ol><li>Ring us.</li></ol><p><img src="a.png" alt="The phone at the desk"></p><ol start="2"><li>Come.</li></ol>',
        '<ul><li>a drink</li><li>a towel<ul><li>a large one</li></ul></li></ul>',
        '<ul role="presentation"><li>Ring us.</li></ul>',
      ],
    },
  },
})

/** What a step breaks off for (a picture, a box) is no end of it: its number goes on. */
function singlesIn(blocks: readonly Block[], path: readonly number[]): Finding[] {
  return blocks.flatMap((block, at): Finding[] => {
    const own = [...path, at]
    if (block.type === 'callout' || block.type === 'blockquote') return singlesIn(block.content, own)
    if (block.type !== 'bulletList' && block.type !== 'orderedList') return []
    const goesOn = block.type === 'orderedList' && (block.attrs.start !== 1 || blocks.slice(at + 1).some(isContinued))
    if (childrenOf(block).length > 1 || goesOn || textOf(block).trim() === '') return []
    const nodes = block.content.flatMap(({ content }) => content)
    const fix = { label: 'Make it a paragraph', edits: [{ path: own, nodes }] }
    return [{ message, place: { path: own }, fix }]
  })
}

function isContinued(block: Block): boolean {
  return block.type === 'orderedList' && block.attrs.start > 1
}

/** Where a list belongs to the frame of a page, or to a list or a table that is made like it all along. */
const frames = new Set(['aside', 'footer', 'header', 'li', 'nav', 'ol', 'table', 'ul'])
const crumbs = /breadcrumb/i

function single({ element, around, place }: MarkupElement): Finding | null {
  const items = element.children.filter(child => child.type === 'element' && child.tagName === 'li')
  const [item] = items as Element[]
  const hasMore = element.children.some(child =>
    child.type === 'element' ? child.tagName !== 'li' : child.type === 'text' && child.value.trim() !== '',
  )
  if (!item || items.length > 1 || hasMore || roleOf(element) !== '' || wordsOf(item) === '') return null
  const isOfFrame = around.some(each => frames.has(each.tagName) || roleOf(each) === 'navigation')
  const isWayBack = [element, ...around.slice(0, 2)].some(each =>
    crumbs.test(`${said(each, 'className')} ${said(each, 'ariaLabel')}`),
  )
  if (isOfFrame || isWayBack || within(item, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'article').length > 0) return null
  return goesOn(element, around) ? null : { message, place }
}

function goesOn(list: Element, [parent]: readonly Element[]): boolean {
  if (list.tagName !== 'ol') return false
  const after = parent ? parent.children.slice(parent.children.indexOf(list) + 1) : []
  const starts = (each: (typeof after)[number]) =>
    each.type === 'element' && each.tagName === 'ol' && Number(said(each, 'start')) > 1
  return Number(said(list, 'start') ?? 1) !== 1 || after.some(starts)
}
