import type { Element, ElementContent, Properties } from 'hast'
import type { Paragraph as MdastParagraph, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import type { z } from 'zod'
import type { Block, Inline, Mark, Node } from './model.ts'

/** The one shape of every block, inline and mark, so that each is a folder and the rest of the house walks a list. */

/** The facts of ProseMirror's schema, in its own words: the editor builds its nodes from them. */
export interface NodeSpec {
  group?: 'block' | 'inline'
  content?: string
  inline?: true
  atom?: true
  /** `''` where the text inside takes no marks. */
  marks?: string
  code?: true
  defining?: true
  isolating?: true
  tableRole?: 'table' | 'row' | 'cell' | 'header_cell'
  attrs?: Record<string, { default: unknown }>
}

export interface PartDefinition {
  name: string
  label: string
  spec: NodeSpec
}

/** A node as it came from outside: shaped like JSON of a document, and nothing else is known of it. */
export interface Raw {
  type: string
  attrs: Record<string, unknown>
  content: Raw[]
  text: string
  marks: Raw[]
  /** The object that it was read from. */
  from: object
}

/** Where words stand: it decides what can be written there. `line` is a heading, which has one line of Markdown. */
export type InlineContext = 'paragraph' | 'line' | 'cell' | 'label'

export interface Repair {
  /** Blocks in normal form; `least` of them, made up with an empty paragraph. */
  blocks(raw: readonly Raw[], least: 0 | 1): Block[]
  /** Words in normal form; an absent `content` when there are none, as ProseMirror writes it. */
  words(raw: readonly Raw[], context: InlineContext): { content?: Inline[] }
  /** The blocks that a source reads as, before they are put in normal form. */
  read(source: string): Block[]
  /** The same in normal form. */
  reread(source: string): Block[]
  /** Any tree as its plain text. */
  plain(raw: Raw): string
  /** Says that `node` is what became of `raw`, so that its place in the source is still known. */
  keep<T extends object>(node: T, raw: Raw): T
}

export interface FromMarkdown {
  blocks(nodes: readonly RootContent[]): Block[]
  words(nodes: readonly PhrasingContent[]): Inline[]
  /** The exact source of a node, without the indent and the `>` of what it stands in. */
  source(node: RootContent | PhrasingContent): string
  keep<T extends object>(node: T, from: RootContent | PhrasingContent): T
}

export interface ToMarkdown {
  blocks(blocks: readonly Block[]): RootContent[]
  words(words: readonly Inline[] | undefined, context: InlineContext): PhrasingContent[]
}

export interface MediaFacts {
  url: string
  width?: number
  height?: number
  /** The same picture in other widths, as WebP, the narrowest first. */
  sizes?: readonly { url: string; width: number }[]
  /** It stands where a page begins, so it is wanted at once. */
  isFirst?: boolean
  bytes?: number
  /** As people say it: `PDF`, `Word document`. */
  format?: string
}

export interface ServiceFacts {
  title: string
  href: string
  summary: string
  telephone?: string
  email?: string
}

/** What the renderer has to be told, because it differs between the site, the preview and the review screen. */
export interface HtmlContext {
  /** The address to write for a reference of the model, or null when it leads nowhere: the words then stand alone. */
  href(href: string): string | null
  media(src: string): MediaFacts | null
  service(id: string): ServiceFacts | null
  /** Added to every heading's level; 0 where the page's title is the only h1. */
  headingOffset: number
  /** No heading of the words stands above this level: 2 on a whole page, whose title is its h1. */
  topHeading?: 2
  /** `show` marks what was kept as it was and shows its source; `text` gives families its words and nothing else. */
  kept: 'show' | 'text'
  /** A part of a page that may stand on one screen several times: its tables are no landmarks then (WCAG 2.2 SC 1.3.1). */
  excerpt?: boolean
  /** The language of the words, as a BCP 47 tag; left out or empty where it is English. */
  language?: string
  /** Every element says where its words stand in the document. For the preview: families get nothing of it. */
  places?: boolean
}

export interface ToHtml {
  page: HtmlContext
  blocks(blocks: readonly Block[]): ElementContent[]
  words(words: readonly Inline[] | undefined): ElementContent[]
  /** The address of a heading on its page. */
  slugOf(heading: Block): string | undefined
  /** What an element says of the node that it shows, where places are wanted. Blocks have it without asking. */
  placeOf(node: Node): Properties
}

export interface FromHtml {
  blocks(nodes: readonly ElementContent[]): Block[]
  words(nodes: readonly ElementContent[]): Inline[]
  /** Says in one sentence what was put right. */
  repaired(sentence: string): void
}

/** Methods, not function fields: a definition of one block can so stand in the list of all. */
export interface BlockDefinition<B extends Block = Block> {
  name: B['type']
  /** For people, in menus. */
  label: string
  spec: NodeSpec
  /** The nodes that live only inside this one. */
  parts?: readonly PartDefinition[]
  /** Reads attributes from anywhere: what does not fit becomes the default. */
  attrs: z.ZodType<Record<string, unknown>>
  fromMarkdown(node: RootContent, ctx: FromMarkdown): Block | null
  toMarkdown(block: B, ctx: ToMarkdown): RootContent
  toHtml(block: B, ctx: ToHtml): ElementContent[]
  fromHtml?(element: Element, ctx: FromHtml): Block | null
  /** A node of this type from anywhere, in normal form: what parse gives back for what serialise writes. */
  repair(raw: Raw, ctx: Repair): Block[]
  sample: readonly B[]
}

export interface InlineDefinition<I extends Inline = Inline> {
  name: I['type']
  label: string
  spec: NodeSpec
  attrs: z.ZodType<Record<string, unknown>>
  fromMarkdown(node: PhrasingContent, ctx: FromMarkdown): I | null
  toMarkdown(node: I, context: InlineContext): PhrasingContent
  toHtml(node: I, ctx: ToHtml): ElementContent[]
}

export interface MarkSpec {
  inclusive?: boolean
  excludes?: string
  code?: true
  attrs?: Record<string, { default: unknown }>
}

export interface MarkDefinition<M extends Mark = Mark> {
  name: M['type']
  label: string
  spec: MarkSpec
  attrs: z.ZodType<Record<string, unknown>>
  fromMarkdown(node: PhrasingContent): M | null
  toMarkdown(mark: M, children: PhrasingContent[]): PhrasingContent
  toHtml(mark: M, children: ElementContent[], ctx: ToHtml): ElementContent[]
  fromHtml(element: Element): M | null
  /** The mark from attributes from anywhere, or null when they say nothing. */
  repair(attrs: Record<string, unknown>): M | null
}

export type Directive = ContainerDirective | LeafDirective | TextDirective

export function isLabel(node: RootContent | PhrasingContent): node is MdastParagraph {
  return node.type === 'paragraph' && node.data?.directiveLabel === true
}

/** Every attribute's default, from the schema that reads it: never written twice. */
export function defaultsOf(schema: z.ZodType<Record<string, unknown>>): Record<string, { default: unknown }> {
  return Object.fromEntries(Object.entries(schema.parse({})).map(([name, value]) => [name, { default: value }]))
}
