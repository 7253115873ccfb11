import type { Element, Root } from 'hast'
import type { LinkRun, Picture, Spot, TextBlock } from '../seen.ts'

/**
 * HTML as a browser shows it: a web page, or what Markdown keeps as it was. The document model leaves out what an author
 * cannot write with it (colours, alignment, roles, merged cells, players), and that is what is to be seen here.
 */
export interface Markup {
  /** Every element that a reader may meet, in reading order. */
  elements: readonly MarkupElement[]
  links: readonly MarkupLink[]
  pictures: readonly Picture[]
  /** The words of what Markdown keeps; those of a web page are read by way of the document model. */
  texts: readonly TextBlock[]
  /** Everything that has a name of its own, the parts around the page's own one included. */
  named: ReadonlyMap<string, Element>
  /** What a web page says to programs alone: browsers leave it out. */
  comments: readonly { text: string; place: Spot }[]
  /** Short forms that an `abbr` explains. */
  shortForms: ReadonlySet<string>
  /** What a whole web page says of itself; null for a part of one. */
  whole: WholePage | null
}

export interface WholePage {
  /** Its language and direction, as they stand in `<html>`; null where they are not said. */
  lang: string | null
  dir: string | null
  /** Of the tab; empty where there is none. */
  title: string
  /** What the page says to browsers about itself, by name, in small letters. */
  meta: ReadonlyMap<string, string>
  /** Whether anything in it is a top heading, the parts around its own one included. */
  hasTop: boolean
  /** All words of its own part. */
  words: string
  place: Spot
}

export interface MarkupElement {
  element: Element
  tag: string
  /** What it stands in, nearest first. */
  around: readonly Element[]
  place: Spot
  named: Markup['named']
}

/** A link as a screen reader says it, with the element that it is. */
export interface MarkupLink extends LinkRun {
  seen: MarkupElement
}

/** What is read as markup: the tree, and where something of it stands; nothing of what has no place is looked at. */
export interface MarkupSource {
  /** What the root stands in, nearest first, as far as it matters to what is in it. */
  around?: readonly Element[]
  root: Root | Element
  named: ReadonlyMap<string, Element>
  placeOf(node: Pick<Element, 'position'>): Spot | null
  /** The same for a stretch of words that is to be read too. */
  placeOfWords(node: Pick<Element, 'position'>): Spot | null
}
