/**
 * The document model: one tree for the editor, the checks, the merge, the history and the site. It has exactly the shape
 * of ProseMirror's JSON, so that the editor needs no conversion and the others need no editor. Each block type lives in
 * its own folder under `blocks/`, with its shape, its Markdown, its HTML and its sample side by side.
 */

export interface Bold {
  type: 'bold'
}
export interface Italic {
  type: 'italic'
}
export interface Code {
  type: 'code'
}
/** `href` is `page:<id>`, `page:<id>#<heading slug>`, `service:<id>`, `media/<name>`, or an http(s), mailto or tel address. */
export interface Link {
  type: 'link'
  attrs: { href: string; title: string | null }
}
/** Words in another language (WCAG 2.2 SC 3.1.2). `lang` is a BCP 47 tag. */
export interface Lang {
  type: 'lang'
  attrs: { lang: string }
}
/** In the order in which they nest, outermost first; a text node's marks are always kept in this order. */
export type Mark = Link | Lang | Bold | Italic | Code
export const markOrder = ['link', 'lang', 'bold', 'italic', 'code'] as const

export interface Text {
  type: 'text'
  text: string
  marks?: Mark[]
}
export interface HardBreak {
  type: 'hardBreak'
}
/** A picture in a line of text; a picture of its own is a `figure`. */
export interface Image {
  type: 'image'
  attrs: { src: string; alt: string; title: string | null }
  marks?: Mark[]
}
/** Inline source that the model cannot hold (raw HTML, an unknown directive), kept to the letter. */
export interface KeptInline {
  type: 'keptInline'
  attrs: { source: string }
}
export type Inline = Text | HardBreak | Image | KeptInline

export interface Paragraph {
  type: 'paragraph'
  content?: Inline[]
}
export interface Heading {
  type: 'heading'
  attrs: { level: 1 | 2 | 3 | 4 | 5 | 6 }
  content?: Inline[]
}
export interface BulletList {
  type: 'bulletList'
  content: ListItem[]
}
export interface OrderedList {
  type: 'orderedList'
  attrs: { start: number }
  content: ListItem[]
}
export interface ListItem {
  type: 'listItem'
  content: Block[]
}
export interface Blockquote {
  type: 'blockquote'
  content: Block[]
}
export interface CodeBlock {
  type: 'codeBlock'
  attrs: { language: string | null }
  content?: Text[]
}
export interface HorizontalRule {
  type: 'horizontalRule'
}
/** The first row's cells are headers or not, and so are each row's first cells: the cells say so themselves. */
export interface Table {
  type: 'table'
  attrs: { caption: string }
  content: TableRow[]
}
export interface TableRow {
  type: 'tableRow'
  content: (TableHeader | TableCell)[]
}
export type Align = 'left' | 'center' | 'right' | null
export interface TableHeader {
  type: 'tableHeader'
  attrs: { align: Align; colspan: 1; rowspan: 1; colwidth: null }
  content?: Inline[]
}
export interface TableCell {
  type: 'tableCell'
  attrs: { align: Align; colspan: 1; rowspan: 1; colwidth: null }
  content?: Inline[]
}
/** `::figure{src="media/hall.jpg" alt="…" caption="…"}`. `decorative` means an empty alternative on purpose (SC 1.1.1). */
export interface Figure {
  type: 'figure'
  attrs: { src: string; alt: string; decorative: boolean; caption: string }
}
export type CalloutKind = 'info' | 'important' | 'warning'
/** `:::callout{kind=info}` around blocks. */
export interface Callout {
  type: 'callout'
  attrs: { kind: CalloutKind }
  content: Block[]
}
/** `:::details[Summary]` around blocks. */
export interface Details {
  type: 'details'
  content: [Summary, ...Block[]]
}
export interface Summary {
  type: 'summary'
  content?: Inline[]
}
/** `:::steps` around one ordered list. */
export interface Steps {
  type: 'steps'
  content: [OrderedList]
}
/** `:::contact{name="…" telephone="…" email="…" website="…" hours="…"}` around notes, if any. */
export interface Contact {
  type: 'contact'
  attrs: {
    name: string
    telephone: string
    textphone: string
    email: string
    website: string
    hours: string
    address: string
  }
  content?: Block[]
}
/** `::video{href="…" title="…" poster="media/…" transcript="page:…"}`: a link with a picture, never an embed. */
export interface Video {
  type: 'video'
  attrs: { href: string; title: string; poster: string; transcript: string }
}
/** `::document{src="media/…" title="…"}`; format and size come from the file when the page is built. */
export interface DocumentLink {
  type: 'document'
  attrs: { src: string; title: string }
}
/** `::service{id="…"}`: a card for one entry of the directory. */
export interface ServiceCard {
  type: 'service'
  attrs: { id: string }
}
/** Source that the model cannot hold, kept to the letter and shown as “kept as it was”: never dropped. */
export interface Kept {
  type: 'kept'
  attrs: { source: string }
}

export type Block =
  | Paragraph
  | Heading
  | BulletList
  | OrderedList
  | Blockquote
  | CodeBlock
  | HorizontalRule
  | Table
  | Figure
  | Callout
  | Details
  | Steps
  | Contact
  | Video
  | DocumentLink
  | ServiceCard
  | Kept

export interface Doc {
  type: 'doc'
  content: Block[]
}

/** Any node of the tree. */
export type Node = Doc | Block | ListItem | TableRow | TableHeader | TableCell | Summary | Inline
export type NodeType = Node['type']
export type BlockType = Block['type']
