import { type Block, childrenOf, type Heading, type Inline } from '../../content/index.ts'
import type { Markup, MarkupElement } from '../markup/markup.ts'
import { within, wordsOf } from '../markup/words.ts'
import { type Finding, rule } from '../rule.ts'

const message = (text: string) => `Nothing stands under “${text.trim()}”.`

/** A heading with nothing under it. WCAG 2.2 SC 1.3.1 and 2.4.6. */
export const headingAlone = rule({
  id: 'heading-alone',
  severity: 'warning',
  wcag: ['1.3.1', '2.4.6'],
  why: 'Whoever goes to a heading expects something there, and thinks that a part of the page is missing.',
  on: {
    pageOfDocument: ({ doc, headings }) =>
      headings.flatMap(({ node, path, text }): Finding[] => {
        // In a box or a quotation a heading may be all there is.
        if (path.length > 1 || text.trim() === '' || isLink(node)) return []
        return isFollowed(node, doc.content.slice((path[0] ?? 0) + 1))
          ? []
          : [{ message: message(text), place: { path } }]
      }),
    markup: inMarkup,
  },
  examples: {
    fail: ['## Travel\n\n## Health\n\nAsk.', '## Travel\n\nAsk.\n\n## Health'],
    pass: [
      '## Travel\n\n### By bus\n\nAsk.',
      '## Travel\n\nAsk.',
      '## Travel\n\n::figure{src="media/bus.png" alt="A bus with a ramp"}',
      '## [Travel](https://example.org/travel)\n\n## [Health](https://example.org/health)',
    ],
    html: {
      fail: ['<h2>Travel</h2><h2>Health</h2><p>Ask.</p>', '<p>Ask.</p><h3>Health</h3>'],
      pass: [
        '<h2>Watch</h2><video controls src="a.mp4"></video>',
        '<h2>Find us</h2><iframe title="Map of the hall" src="https://example.org/map"></iframe>',
        '<h1>Travel</h1><h2>By bus</h2><p>Ask.</p>',
        '<div><h2>Travel</h2>Ask.</div>',
        '<h3><a href="/a">Travel</a></h3><h3><a href="/b">Health</a></h3>',
      ],
    },
  },
})

function isLink(heading: Heading): boolean {
  const inlines = childrenOf(heading) as readonly Inline[]
  return inlines.some(inline => inline.type === 'text' && inline.marks?.some(({ type }) => type === 'link'))
}

function isFollowed({ attrs: { level } }: Heading, rest: readonly Block[]): boolean {
  const [next] = rest.filter(block => block.type !== 'paragraph' || childrenOf(block).length > 0)
  return next !== undefined && (next.type !== 'heading' || next.attrs.level > level)
}

const headingTag = /^h[1-6]$/
const shown = new Set([
  'img',
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'svg',
  'canvas',
  'input',
  'select',
  'textarea',
  'button',
  'form',
])

function inMarkup({ elements }: Markup): Finding[] {
  const headings = elements.filter(({ tag }) => headingTag.test(tag))
  return headings.flatMap((heading, index): Finding[] => {
    const text = wordsOf(heading.element)
    const next = headings[index + 1]
    const isUnder = next !== undefined && next.tag > heading.tag
    if (text === '' || isUnder || within(heading.element, 'a').length > 0) return []
    if (heading.around.some(({ tagName }) => /^(?:a|summary|legend|button|blockquote|hgroup|header)$/.test(tagName)))
      return []
    return hasContent(heading, next, elements) ? [] : [{ message: message(text), place: heading.place }]
  })
}

/** Whether words or anything to be seen stand between a heading and the next one. */
function hasContent(
  heading: MarkupElement,
  next: MarkupElement | undefined,
  elements: readonly MarkupElement[],
): boolean {
  const from = elements.indexOf(heading) + 1
  const between = elements.slice(from, next ? elements.indexOf(next) : undefined)
  const own = between.filter(({ around }) => !around.includes(heading.element))
  if (own.some(({ tag, element }) => shown.has(tag) || hasWords(element.children))) return true
  // Words beside the heading, and not in an element of their own.
  const [parent] = heading.around
  return parent !== undefined && hasWords(parent.children.slice(parent.children.indexOf(heading.element) + 1))
}

function hasWords(children: MarkupElement['element']['children']): boolean {
  return children.some(child => child.type === 'text' && /[\p{L}\p{N}]/u.test(child.value))
}
