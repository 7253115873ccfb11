import type { Figure, Image, Node, NodeType, Place, SourceRange } from '../content/index.ts'

/** Where a problem stands. `within` is about the source of the node: what Markdown kept, or the whole of a web page. */
export interface Spot extends Place {
  within?: SourceRange
}

/** A block of words (paragraph, heading, cell, summary) with its whole text; or words that stand elsewhere. */
export interface TextBlock {
  node: Node
  path: number[]
  text: string
  /** The types of what it stands in, outermost first: `['orderedList', 'listItem']`. */
  within: readonly NodeType[]
  /** Words that are no block of the page: the attribute of `node` (a caption) or the field (the summary) that they are. */
  elsewhere?: string
  /** Where words stand that are part of a source. */
  spot?: Spot
}

/** Consecutive inline nodes of one block that lead to one address, read as one link. */
export interface LinkRun {
  href: string
  text: string
  /** The block that holds it, and its path. */
  block: TextBlock
  path: number[]
  /** Offsets into that block's text. */
  start: number
  end: number
  place: Spot
}

/** A picture, wherever it is shown. */
export interface Picture {
  /** What it is in a document. */
  node?: Figure | Image
  src: string
  /** Null where nothing was said: an empty alternative can be meant, one that is missing cannot. */
  alt: string | null
  title: string
  caption: string
  /** Said to be there for the eye alone. */
  isDecorative: boolean
  /** The words around it in its own block. */
  beside: string
  /** The words of the blocks before and after it, empty where nothing is known of them. */
  near: Readonly<Record<'before' | 'after', string>>
  /** Said to be a paragraph by itself. */
  isParagraph: boolean
  link: { href: string; words: string } | null
  /** In pixels, where that is said. */
  size: { width: number; height: number } | null
  place: Spot
}
