import type { Element, Root } from 'hast'
import { sourceCharacters } from '../../shared/checks/source-characters.ts'
import { isSilent } from '../../shared/content/html/bare-html.ts'
import { childrenOf, type Doc, type Node, type Places, type SourceRange, walk } from '../../shared/content/index.ts'

/** Letters between one text and the next; what is only found beyond is something else that says the same. */
const farthest = 5_000

/**
 * Where the words and pictures of a document stand in the HTML that it was read from. Reading HTML moves and joins what
 * stands in it, but keeps every word and their order: so each text is looked for after the one before it, letter by
 * letter and without white space, and what is not found has no place.
 */
export function placesInHtml(html: string, main: Root | Element, doc: Doc): Places {
  const places = new Map<object, SourceRange>()
  const letters = lettersIn(html, main)
  const said = letters.map(({ letter }) => letter).join('')
  let from = 0
  walk(doc, node => {
    const words = node.type === 'text' ? bare(node.text) : ''
    if (words === '') return
    const at = said.indexOf(words, from)
    const [first, last] = [letters[at], letters[at + words.length - 1]]
    if (at < 0 || at - from > farthest || !first || !last) return
    // The white space that a text starts with belongs to it, even where a tag stands between.
    const before = html.slice(letters[at - 1]?.end ?? 0, first.start)
    const space = node.type === 'text' && /^\s/.test(node.text) ? before.search(/\s(?:<[^>]*>)*$/) : -1
    places.set(node, { start: space < 0 ? first.start : first.start - before.length + space, end: last.end })
    from = at + words.length
  })
  placePictures(main, doc, places)
  placeBlocks(doc, places)
  return places
}

type Letter = SourceRange & { letter: string }

/** Every UTF-16 unit that a reader sees and that is no white space, with where it is written. */
function lettersIn(html: string, node: Root | Element): Letter[] {
  return node.children.flatMap((child): Letter[] => {
    if (child.type === 'element') return isSilent(child) ? [] : lettersIn(html, child)
    const [start, end] = [child.position?.start.offset, child.position?.end.offset]
    if (child.type !== 'text' || start === undefined || end === undefined) return []
    return sourceCharacters(html.slice(start, end), child.value).flatMap((range, unit) => {
      const letter = bare(child.value[unit] ?? '')
      return letter === '' ? [] : [{ letter, start: start + range.start, end: start + range.end }]
    })
  })
}

/** As the reader of HTML sees it: without white space and without the hyphens that may or may not show. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad\ufeff]/g, '')
}

/** Pictures keep their order too; where one was left out, none of them is sure of its place. */
function placePictures(main: Root | Element, doc: Doc, places: Map<object, SourceRange>): void {
  const written = picturesIn(main)
  const shown: Node[] = []
  walk(doc, node => {
    if (node.type === 'image' || node.type === 'figure') shown.push(node)
  })
  if (written.length !== shown.length) return
  shown.forEach((node, at) => {
    const { start, end } = written[at]?.position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined) {
      places.set(node, { start: start.offset, end: end.offset })
    }
  })
}

function picturesIn(node: Root | Element): Element[] {
  return node.children.flatMap(child => {
    if (child.type !== 'element' || isSilent(child)) return []
    return child.tagName === 'img' ? [child] : picturesIn(child)
  })
}

/** A block reaches from the first to the last thing in it that has a place. */
function placeBlocks(node: Node, places: Map<object, SourceRange>): SourceRange | null {
  const own = places.get(node)
  if (own) return own
  const ranges = childrenOf(node).flatMap(child => placeBlocks(child, places) ?? [])
  if (ranges.length === 0) return null
  const range = { start: Math.min(...ranges.map(each => each.start)), end: Math.max(...ranges.map(each => each.end)) }
  places.set(node, range)
  return range
}
