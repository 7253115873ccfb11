import type { Element, ElementContent, Root } from 'hast'
import { isNotShown, said } from './attributes.ts'

type Named = ReadonlyMap<string, Element>

/** The words that a reader sees in an element, with white space as a browser shows it. */
export function wordsOf(node: Root | Element): string {
  return tidy(shown(node))
}

function shown(node: Root | Element): string {
  return (node.children as readonly ElementContent[])
    .map(child => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element' || isNotShown(child)) return ''
      if (child.tagName === 'br') return ' '
      return isLine(child) ? ` ${shown(child)} ` : shown(child)
    })
    .join('')
}

const lines = new Set(
  'address blockquote dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre table td th tr ul'.split(' '),
)

function isLine(element: Element): boolean {
  return lines.has(element.tagName)
}

export function tidy(text: string): string {
  return text.replace(/[\s\u00ad\u200b]+/g, ' ').trim()
}

/**
 * The name that a screen reader says of an element which is named by what is in it (a link, a button, a heading), after the
 * steps of “Accessible Name and Description Computation 1.2” that need no style sheet: labels first, then the words and
 * the alternatives of pictures, then the title.
 */
export function nameOf(element: Element, named: Named): string {
  const labels = (said(element, 'ariaLabelledBy') ?? '').split(/\s+/).flatMap(id => named.get(id) ?? [])
  const label =
    tidy(labels.map(each => nameFromContent(each, named)).join(' ')) || tidy(said(element, 'ariaLabel') ?? '')
  return label || tidy(nameFromContent(element, named)) || tidy(said(element, 'title') ?? '')
}

function nameFromContent(element: Element, named: Named): string {
  if (element.tagName === 'img' || element.tagName === 'area')
    return said(element, 'alt') ?? said(element, 'title') ?? ''
  return element.children
    .map(child => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element' || said(child, 'ariaHidden') === 'true') return ''
      if (child.tagName === 'title' && element.tagName === 'svg') return nameFromContent(child, named)
      if (isNotShown(child)) return ''
      const label = said(child, 'ariaLabel')
      const words = label === null || label.trim() === '' ? nameFromContent(child, named) : label
      return isLine(child) || child.tagName === 'br' ? ` ${words} ` : words
    })
    .join('')
}

/** Everything in it that has this tag, however deep. */
export function within(element: Element, ...tags: readonly string[]): Element[] {
  return element.children.flatMap(child => {
    if (child.type !== 'element') return []
    return tags.includes(child.tagName) ? [child, ...within(child, ...tags)] : within(child, ...tags)
  })
}

/** Letters and figures alone, for telling whether two texts say the same. */
export function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
