import type { ElementContent, Properties, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { blockNamed } from '../blocks/index.ts'
import type { HtmlContext, ToHtml } from '../definition.ts'
import { headingsOf } from '../headings.ts'
import { inlineNamed } from '../inlines/index.ts'
import { hasMark, markNamed } from '../marks/index.ts'
import type { Block, Doc, Inline, Mark, Node } from '../model.ts'
import { nodeAt, walk } from '../text.ts'

/**
 * The one renderer of words: site, preview and review screens alike. HTML in the manner of the GOV.UK Design System. Only
 * elements that the blocks make themselves ever come out; nothing of a document is taken for HTML, and every address
 * passes `hrefOf`.
 */
export function docToHtml(doc: Doc, page: HtmlContext): Root {
  const slugs = new Map(headingsOf(doc).map(({ path, slug }) => [nodeAt(doc, path), slug]))
  const places = page.places === true ? placesIn(doc) : null
  const ctx: ToHtml = {
    page,
    blocks: blocks => blocks.flatMap(block => placed(blockNamed(block.type)?.toHtml(block, ctx) ?? [], block, ctx)),
    words: words => nest(words ?? [], [], ctx),
    slugOf: heading => slugs.get(heading),
    placeOf: node => places?.get(node) ?? {},
  }
  return { type: 'root', children: ctx.blocks(doc.content) }
}

export function renderHtml(doc: Doc, page: HtmlContext): string {
  return toHtml(docToHtml(doc, page))
}

/** The path of each node as an attribute says it: `data-place="2.0"` is the first child of the third block. */
function placesIn(doc: Doc): ReadonlyMap<Node, Properties> {
  const places = new Map<Node, Properties>()
  walk(doc, (node, path) => {
    places.set(node, { dataPlace: path.join('.') })
  })
  return places
}

function placed(content: ElementContent[], block: Block, ctx: ToHtml): ElementContent[] {
  for (const one of content) if (one.type === 'element') Object.assign(one.properties, ctx.placeOf(block))
  return content
}

function nest(words: readonly Inline[], done: readonly Mark[], ctx: ToHtml): ElementContent[] {
  const out: ElementContent[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    const mark = marksOf(word).find(other => !hasMark(done, other))
    let end = at + 1
    if (mark) {
      end = reach(words, at, mark)
      const inner = nest(words.slice(at, end), [...done, mark], ctx)
      out.push(...(markNamed(mark.type)?.toHtml(mark, inner, ctx) ?? inner))
    } else if (word) {
      out.push(...(inlineNamed(word.type)?.toHtml(word, ctx) ?? []))
    }
    at = end
  }
  return out
}

/** How far a mark goes on, over line breaks and kept source (which carry none) if it does so after them. */
function reach(words: readonly Inline[], from: number, mark: Mark): number {
  let end = from + 1
  for (let at = from + 1; at < words.length; at += 1) {
    const word = words[at]
    const carries = word?.type === 'text' || word?.type === 'image'
    if (carries && !hasMark(marksOf(word), mark)) break
    if (carries) end = at + 1
  }
  return end
}

function marksOf(word: Inline | undefined): readonly Mark[] {
  return word?.type === 'text' || word?.type === 'image' ? (word.marks ?? []) : []
}
