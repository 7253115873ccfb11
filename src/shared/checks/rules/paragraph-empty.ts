import { isBlockElement } from '../../content/html/bare-html.ts'
import { childrenOf } from '../../content/index.ts'
import { said } from '../markup/attributes.ts'
import type { MarkupElement } from '../markup/markup.ts'
import { within, wordsOf } from '../markup/words.ts'
import { rule } from '../rule.ts'

const message = 'There is nothing here but space.'

/** Empty paragraphs and lines that keep things apart. */
export const paragraphEmpty = rule({
  id: 'paragraph-empty',
  severity: 'warning',
  wcag: [],
  source: 'Space between things is a matter of the site’s design',
  why: 'Some screen readers say “blank” for each, and on a phone the gap can be a whole screen.',
  on: {
    text: ({ node, path, text, elsewhere }) =>
      node.type === 'paragraph' &&
      elsewhere === undefined &&
      text !== '' &&
      /^[\s\u200b\u2800\u3164]*$/.test(text) &&
      childrenOf(node).every(({ type }) => type === 'text' || type === 'hardBreak') && {
        message,
        place: { path },
        fix: { label: 'Take it out', edits: [{ path, nodes: [{ type: 'paragraph' }] }] },
      },
    elements: {
      p: seen => isEmpty(seen) && { message, place: seen.place },
      div: seen => isSpaced(seen) && { message, place: seen.place },
      br: seen =>
        (isRepeated(seen) || isBetweenBlocks(seen)) && { message: 'Line breaks make space here.', place: seen.place },
    },
  },
  examples: {
    fail: ['One.\n\n&nbsp;\n\nTwo.', 'One.\n\n<br>\n\nTwo.', 'One.\n\n<p></p>\n\nTwo.'],
    pass: ['One.\n\nTwo.', 'One.\\\nTwo.', '![A bus](media/bus.png)', 'Take the ![bus](media/bus.png)'],
    html: {
      fail: [
        '<p>One.</p><p>&nbsp;</p><p>Two.</p>',
        '<p>One.</p><p><br></p>',
        '<p>One.<br><br>Two.</p>',
        '<div>&nbsp;</div>',
      ],
      pass: [
        '<p>One.<br>Two.</p>',
        '<p><img src="a.jpg" alt="A bus"></p>',
        '<div></div>',
        '<p><a id="times"></a></p>',
        '<div class="map" id="map"></div>',
      ],
    },
  },
})

const shown = [
  'img',
  'video',
  'audio',
  'iframe',
  'svg',
  'canvas',
  'input',
  'button',
  'select',
  'textarea',
  'object',
  'embed',
  'hr',
  'table',
  'a',
]

function isEmpty({ element }: MarkupElement): boolean {
  const isNamed = said(element, 'id') !== null || said(element, 'ariaLive') !== null || said(element, 'role') !== null
  return (
    !isNamed && wordsOf(element).replace(/[\u200b\u2800\u3164]/g, '') === '' && within(element, ...shown).length === 0
  )
}

/** Space that was typed; an empty box may be filled by the page itself. */
function isSpaced(seen: MarkupElement): boolean {
  const isTyped = seen.element.children.some(child =>
    child.type === 'text' ? /\u00a0/.test(child.value) : child.type === 'element' && child.tagName === 'br',
  )
  return isTyped && isEmpty(seen)
}

/** Alone among blocks, where no line goes on after it. */
function isBetweenBlocks({ element, around: [parent] }: MarkupElement): boolean {
  const beside = (parent?.children ?? []).filter(
    child => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
  )
  const at = beside.indexOf(element)
  const isBlock = (child: (typeof beside)[number] | undefined) => child?.type === 'element' && isBlockElement(child)
  return isBlock(beside[at - 1]) && isBlock(beside[at + 1])
}

/** The second of two in a row. */
function isRepeated({ element, around: [parent] }: MarkupElement): boolean {
  const children = parent?.children ?? []
  const before = children
    .slice(0, children.indexOf(element))
    .findLast(child => child.type !== 'text' || child.value.trim() !== '')
  return before?.type === 'element' && before.tagName === 'br'
}
