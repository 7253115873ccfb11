import type { Definition, Link as MdastLink, PhrasingContent, Root, RootContent } from 'mdast'
import { blocks as blockList } from '../blocks/index.ts'
import type { FromMarkdown } from '../definition.ts'
import { inlines } from '../inlines/index.ts'
import { inOrder, marks as markList } from '../marks/index.ts'
import type { Block, Inline, Mark, Text } from '../model.ts'
import type { SourceRange } from '../place.ts'
import { isTooDeep, looksTooDeep } from './depth.ts'
import { readMarkdown, sourceOf } from './syntax.ts'

export interface Read {
  blocks: Block[]
  places: Map<object, SourceRange>
}

/** The blocks of a text as they are written, before they are put in normal form. */
export function readBlocks(text: string): Read {
  const places = new Map<object, SourceRange>()
  if (looksTooDeep(text)) return { blocks: plainParagraphs(text), places }
  const root = readMarkdown(text)
  if (isTooDeep(root)) return { blocks: plainParagraphs(text), places }
  const ctx = reader(text, root, places)
  return { blocks: ctx.blocks(root.children), places }
}

function reader(text: string, root: Root, places: Map<object, SourceRange>): FromMarkdown {
  const definitions = definitionsIn(root)
  const ctx: FromMarkdown = {
    blocks: nodes => nodes.map(node => ctx.keep(blockOf(node, ctx), node)),
    words: nodes => wordsOf(nodes, [], ctx, definitions),
    source: node => sourceOf(node, text),
    keep(made, node) {
      const { start, end } = node.position ?? {}
      if (start?.offset !== undefined && end?.offset !== undefined) {
        places.set(made, { start: start.offset, end: end.offset })
      }
      return made
    },
  }
  return ctx
}

function blockOf(node: RootContent, ctx: FromMarkdown): Block {
  for (const definition of blockList) {
    const block = definition.fromMarkdown(node, ctx)
    if (block) return block
  }
  return { type: 'kept', attrs: { source: ctx.source(node) } }
}

type Definitions = ReadonlyMap<string, Definition>

function definitionsIn(root: Root): Definitions {
  const found = new Map<string, Definition>()
  const waiting: RootContent[] = [...root.children].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
    if ('children' in node) waiting.push(...[...node.children].reverse())
  }
  return found
}

function wordsOf(
  nodes: readonly PhrasingContent[],
  around: readonly Mark[],
  ctx: FromMarkdown,
  definitions: Definitions,
): Inline[] {
  return nodes.flatMap((written): Inline[] => {
    const node = resolved(written, definitions)
    const mark = markOf(node)
    if (!mark) return [ctx.keep(withMarks(inlineOf(node, ctx), around), written)]
    if (node.type === 'inlineCode') {
      return [ctx.keep(withMarks({ type: 'text', text: node.value }, [...around, mark]), written)]
    }
    const within =
      'children' in node ? wordsOf(node.children as PhrasingContent[], [...around, mark], ctx, definitions) : []
    return canHold(mark, around, within) ? within : [ctx.keep(keptOf(written, ctx), written)]
  })
}

/** A link or a language has an attribute, whose words would be lost with it if there is nothing for it to stand on. */
function canHold(mark: Mark, around: readonly Mark[], within: readonly Inline[]): boolean {
  if (mark.type !== 'link' && mark.type !== 'lang') return true
  if (around.some(other => other.type === mark.type)) return false
  return within.some(word => word.type === 'image' || (word.type === 'text' && (/\S/.test(word.text) || isCode(word))))
}

function isCode(word: Text): boolean {
  return word.marks?.some(mark => mark.type === 'code') ?? false
}

function markOf(node: PhrasingContent): Mark | null {
  for (const definition of markList) {
    const mark = definition.fromMarkdown(node)
    if (mark) return mark
  }
  return null
}

function inlineOf(node: PhrasingContent, ctx: FromMarkdown): Inline {
  // `:span` without words is prose that looks like one.
  if (node.type === 'textDirective' && !node.children.length) return { type: 'text', text: ctx.source(node) }
  for (const definition of inlines) {
    const inline = definition.fromMarkdown(node, ctx)
    if (inline) return inline
  }
  return keptOf(node, ctx)
}

function keptOf(node: PhrasingContent, ctx: FromMarkdown): Inline {
  return { type: 'keptInline', attrs: { source: ctx.source(node) } }
}

function withMarks(inline: Inline, marks: readonly Mark[]): Inline {
  const carries = inline.type === 'text' || inline.type === 'image'
  return carries && marks.length ? { ...inline, marks: inOrder(marks) } : inline
}

/** A reference to a definition as the link or picture that it stands for; one like a footnote stays as it is. */
function resolved(node: PhrasingContent, definitions: Definitions): PhrasingContent {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node
  const definition = definitions.get(node.identifier)
  if (!definition || node.identifier.startsWith('^')) return node
  const { url, title = null } = definition
  const { position, data } = node
  const kept = { ...(position ? { position } : {}), ...(data ? { data } : {}) }
  if (node.type === 'imageReference') return { type: 'image', url, title, alt: node.alt ?? null, ...kept }
  return { type: 'link', url, title, children: node.children, ...kept } satisfies MdastLink
}

function plainParagraphs(text: string): Block[] {
  return text.split(/\n[\t ]*\n/).map((part): Block => ({ type: 'paragraph', content: [{ type: 'text', text: part }] }))
}
