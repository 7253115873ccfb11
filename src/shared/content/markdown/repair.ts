import { blockNamed } from '../blocks/index.ts'
import { cleanText } from '../characters.ts'
import type { Raw, Repair } from '../definition.ts'
import { inlineNamed } from '../inlines/index.ts'
import { inOrder, markNamed } from '../marks/index.ts'
import type { Block, Doc, Inline, Mark } from '../model.ts'
import type { Places, SourceRange } from '../place.ts'
import { settleKept } from './kept-words.ts'
import { rawOf } from './raw.ts'
import { readBlocks } from './read.ts'
import { type Item, inlineFrom, normaliseItems } from './words.ts'

export interface Repaired {
  doc: Doc
  places: Map<object, SourceRange>
}

/** Any tree at all as a document in normal form, with the places that its nodes had. */
export function repair(value: unknown, known: Places = new Map()): Repaired {
  const places = new Map<object, SourceRange>()
  const ctx = repairer(known, places)
  const raw = rawOf(value)
  const content = ctx.blocks(raw?.type === 'doc' ? raw.content : raw ? [raw] : [], 1)
  return { doc: { type: 'doc', content }, places }
}

function repairer(known: Places, places: Map<object, SourceRange>): Repair {
  const ctx: Repair = {
    blocks: (raw, least) => filled(raw.length ? blocksOf(raw, ctx) : [], least),
    words(raw, context) {
      const items = raw.flatMap((child, at) => itemsOf(child, [], at > 0, known))
      const settled = normaliseItems(settleKept(items, context, ctx.read), context)
      const content = settled.map(item => placed(inlineFrom(item), item.range, places))
      return content.length ? { content } : {}
    },
    read: source => readBlocks(source).blocks,
    reread: source => ctx.blocks(rawOf({ type: 'doc', content: ctx.read(source) })?.content ?? [], 0),
    plain,
    keep(node, raw) {
      return placed(node, known.get(raw.from), places)
    },
  }
  return ctx
}

function placed<T extends object>(node: T, range: SourceRange | undefined, places: Map<object, SourceRange>): T {
  if (range) places.set(node, range)
  return node
}

function filled(blocks: Block[], least: 0 | 1): Block[] {
  const full = blocks.filter(block => block.type !== 'paragraph' || block.content)
  if (full.length || !least) return full
  return [blocks[0] ?? { type: 'paragraph' }]
}

function blocksOf(raw: readonly Raw[], ctx: Repair): Block[] {
  return grouped(raw).flatMap(group => {
    if (Array.isArray(group)) return [{ type: 'paragraph' as const, ...ctx.words(group, 'paragraph') }].flatMap(single)
    const definition = blockNamed(group.type)
    if (definition)
      return definition
        .repair(group, ctx)
        .map(block => ctx.keep(block, group))
        .flatMap(single)
    return group.content.length ? ctx.blocks(group.content, 0) : said(group)
  })
}

/** A paragraph of nothing but a kept tag reads as a kept block, so that is what it is. */
function single(block: Block): Block[] {
  const [only, ...more] = block.type === 'paragraph' ? (block.content ?? []) : []
  if (only?.type !== 'keptInline' || more.length || !/^<\/?[a-z][^\n]*>$/i.test(only.attrs.source)) return [block]
  return [{ type: 'kept', attrs: { source: only.attrs.source } }]
}

/** Words that stand between blocks are gathered into paragraphs. */
function grouped(raw: readonly Raw[]): (Raw | Raw[])[] {
  const groups: (Raw | Raw[])[] = []
  for (const node of raw) {
    const last = groups.at(-1)
    if (!isInline(node)) groups.push(node)
    else if (Array.isArray(last)) last.push(node)
    else groups.push([node])
  }
  return groups
}

function isInline(raw: Raw): boolean {
  return inlineNamed(raw.type) !== undefined || (raw.text !== '' && !raw.content.length && !blockNamed(raw.type))
}

/** A block that nobody knows, without content: the words in its attributes, so that they are not lost. */
function said(raw: Raw): Block[] {
  const text = plain(raw)
  return text ? [{ type: 'paragraph', content: [{ type: 'text', text }] }] : []
}

function plain(raw: Raw): string {
  if (raw.type === 'hardBreak') return '\n'
  if (raw.text || raw.content.length) return raw.text + raw.content.map(plain).join('')
  const known = blockNamed(raw.type) ?? inlineNamed(raw.type)
  const values =
    known && raw.type !== 'figure' && raw.type !== 'image'
      ? [raw.attrs.source, raw.attrs.title, raw.attrs.name]
      : Object.values(raw.attrs)
  return cleanText(values.filter(value => typeof value === 'string' && value !== '').join(' ')).trim()
}

function itemsOf(raw: Raw, around: readonly Mark[], isLater: boolean, known: Places): Item[] {
  const marks = inOrder([...around, ...marksOf(raw)])
  const range = known.get(raw.from)
  const item = (inline: Inline): Item[] => [{ inline, marks, range }]
  if (raw.type === 'text' || (!inlineNamed(raw.type) && raw.text)) return item({ type: 'text', text: raw.text })
  if (raw.type === 'hardBreak') return item({ type: 'hardBreak' })
  if (raw.type === 'image' || raw.type === 'figure') {
    const attrs = { title: null, ...raw.attrs }
    return item({ type: 'image', attrs: imageAttrs(attrs) })
  }
  if (raw.type === 'keptInline') return item({ type: 'keptInline', attrs: { source: sourceIn(raw) } })
  // A block where only words can stand: its words, on a line of their own.
  const inner = raw.content.length
    ? raw.content.flatMap((child, at) => itemsOf(child, marks, at > 0, known))
    : plain(raw)
      ? item({ type: 'text', text: plain(raw) })
      : []
  return isLater && inner.length ? [{ inline: { type: 'hardBreak' }, marks: [] }, ...inner] : inner
}

function imageAttrs(given: Record<string, unknown>): { src: string; alt: string; title: string | null } {
  const { src, alt, title } = inlineNamed('image')?.attrs.parse(given) ?? {}
  return {
    src: typeof src === 'string' ? src : '',
    alt: typeof alt === 'string' ? alt : '',
    title: typeof title === 'string' ? title : null,
  }
}

function sourceIn(raw: Raw): string {
  return typeof raw.attrs.source === 'string' ? cleanText(raw.attrs.source) : ''
}

function marksOf(raw: Raw): Mark[] {
  return raw.marks.flatMap(mark => markNamed(mark.type)?.repair(mark.attrs) ?? [])
}
