import type { Element, ElementContent } from 'hast'
import { isBlockElement } from '../../content/html/bare-html.ts'
import type { Picture } from '../seen.ts'
import { isForTheEye, roleOf, said } from './attributes.ts'
import type { MarkupElement } from './markup.ts'
import { nameOf, wordsOf } from './words.ts'

/** An element as a picture: a picture proper, a button that is one, or a drawing that says so. */
export function pictureOf({ element, tag, around, place, named }: MarkupElement): Picture[] {
  const isPicture = tag === 'img' || (tag === 'input' && said(element, 'type') === 'image')
  const isDrawing = !isPicture && roleOf(element) === 'img'
  // What is hidden from a screen reader with all around it needs no words.
  if ((!isPicture && !isDrawing) || around.some(each => said(each, 'ariaHidden') === 'true')) return []
  const label = said(element, 'ariaLabel') ?? said(element, 'ariaLabelledBy')
  const name = label === null && isPicture ? null : nameOf(element, named)
  // A label that is not there names nothing.
  const alt = isPicture ? name || said(element, 'alt') : name
  const link = around.find(each => each.tagName === 'a' && said(each, 'href') !== null)
  return [
    {
      src: said(element, 'src') ?? '',
      alt: isDrawing && alt === '' ? null : alt,
      title: said(element, 'title') ?? '',
      caption: captionOf(around),
      isDecorative: isForTheEye(element),
      ...standing(element, around),
      link: link ? { href: said(link, 'href') ?? '', words: nameOf(withoutPictures(link), named) } : null,
      size: sizeOf(element),
      place,
    },
  ]
}

const inLine = new Set('a abbr b center em font i picture small span strong u'.split(' '))

function captionOf(around: readonly Element[]): string {
  const figure = around.find(({ tagName }) => tagName === 'figure')
  const caption = figure?.children.find(child => child.type === 'element' && child.tagName === 'figcaption')
  return caption?.type === 'element' ? wordsOf(caption) : ''
}

/** The words in the same line, and those of the elements that stand right before and after it. */
function standing(element: Element, around: readonly Element[]): Pick<Picture, 'beside' | 'near' | 'isParagraph'> {
  const at = around.findIndex(each => !inLine.has(each.tagName))
  const block = around[at]
  if (block === undefined) return { beside: '', near: { before: '', after: '' }, isParagraph: false }
  if (!block.children.some(isBlock)) {
    return { beside: wordsOf(block), near: nearTo(block, around[at + 1]), isParagraph: block.tagName === 'p' }
  }
  // It stands between blocks, in a line of its own that has no element.
  const top = around[at - 1] ?? element
  const here = block.children.indexOf(top)
  const start = block.children.findLastIndex((child, index) => index < here && isBlock(child)) + 1
  const next = block.children.findIndex((child, index) => index > here && isBlock(child))
  const end = next < 0 ? block.children.length : next
  return {
    beside: wordsOf({ ...block, children: block.children.slice(start, end) }),
    near: { before: spoken(block.children[start - 1]), after: spoken(block.children[end]) },
    isParagraph: false,
  }
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && isBlockElement(node)
}

function nearTo(block: Element, outer: Element | undefined): Picture['near'] {
  const beside = outer?.children.filter(child => child.type === 'element') ?? []
  const at = beside.indexOf(block)
  return at < 0 ? { before: '', after: '' } : { before: spoken(beside[at - 1]), after: spoken(beside[at + 1]) }
}

function spoken(node: ElementContent | undefined): string {
  return node?.type === 'element' ? wordsOf(node) : ''
}

function withoutPictures(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    return child.tagName === 'img' || roleOf(child) === 'img' ? [] : [withoutPictures(child)]
  })
  return { ...element, children }
}

function sizeOf(element: Element): Picture['size'] {
  const [width, height] = [said(element, 'width'), said(element, 'height')].map(each => Number.parseFloat(each ?? ''))
  if (width === undefined || height === undefined || Number.isNaN(width) || Number.isNaN(height)) return null
  return { width, height }
}
