import type { Element, ElementContent } from 'hast'
import { isBlockElement } from '../../content/html/bare-html.ts'
import { type Node, textOf } from '../../content/index.ts'
import { inlinesOf } from '../edit-text.ts'
import { isNotShown, said, styleOf } from '../markup/attributes.ts'
import { tidy } from '../markup/words.ts'

/** Words and the language that is said of them, in a document and in HTML. */

/** The text of a block with spaces, as many, where its language is said, or where it is code. */
export function unmarkedText(node: Node): string {
  return inlinesOf(node)
    .map(inline => {
      const words = textOf(inline)
      const marks = inline.type === 'text' ? (inline.marks ?? []) : []
      return marks.some(({ type }) => type === 'lang' || type === 'code') ? ' '.repeat(words.length) : words
    })
    .join('')
}

/** The language that an element says of itself. */
export function ownLang(element: Element): string | null {
  const lang = (said(element, 'lang') ?? said(element, 'xmlLang') ?? '').trim()
  return lang === '' ? null : lang
}

/** The words of an element without those of the blocks in it, and of what says another language of itself. */
export function ownWords(element: Element): string {
  const words = (node: ElementContent): string => {
    if (node.type === 'text') return node.value
    if (node.type !== 'element' || isNotShown(node) || node.tagName === 'code' || ownLang(node) !== null) return ' '
    if (node.tagName === 'br') return '\n'
    return isBlockElement(node) ? ' ' : node.children.map(words).join('')
  }
  return tidy(element.children.map(words).join(''))
}

/** What the nearest element that says anything says: `rtl`, `ltr` or `auto`. */
export function directionOf(elements: readonly Element[]): string | null {
  for (const element of elements) {
    const direction = said(element, 'dir')?.toLowerCase() ?? styleOf(element).get('direction')
    if (direction) return direction
  }
  return null
}
