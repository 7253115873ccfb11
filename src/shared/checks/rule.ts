import type { Doc, Entry, Heading, Mark, Node, NodeType, Place } from '../content/index.ts'

export type { Place }

/** What a problem does: an error stops publishing, a warning makes a page harder to use, a notice informs. */
export type Severity = 'error' | 'warning' | 'notice'

/** A change to a document: replace the node at `path` by `nodes` (none removes it). Safe fixes only. */
export interface Edit {
  path: number[]
  nodes: Node[]
}

export interface Fix {
  /** What the button says: “Make it a heading”. */
  label: string
  edits: Edit[]
}

export interface Problem {
  rule: string
  severity: Severity
  wcag: readonly string[]
  /** One sentence for a person: what is wrong, with the words in question. */
  message: string
  /** Why it matters to a reader. */
  why: string
  place: Place
  /** `body`, or the front matter field it is about. */
  field: 'body' | 'title' | 'summary' | (string & {})
  fix?: Fix
}

/** What a rule may know beyond the page itself. All of it may be empty: a rule then says less, never something false. */
export interface CheckFacts {
  /** Addresses of pages and services that exist: id to title. */
  titles: ReadonlyMap<string, string>
  /** Media names to bytes. */
  media: ReadonlyMap<string, number>
  /** `2026-11-22`: the clock is passed in. */
  today: string
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
  marks: readonly Mark[]
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
}

/** The page that a rule looks at. */
export interface CheckedPage {
  entry: Entry
  doc: Doc
  headings: readonly { node: Heading; path: number[]; text: string }[]
  /** Every block of words and every link of the body, in reading order. */
  texts: readonly TextBlock[]
  links: readonly LinkRun[]
  facts: CheckFacts
}

/** What a rule says: the rest of a `Problem` comes from the rule itself. */
export interface Finding {
  message: string
  place: Place
  field?: Problem['field']
  fix?: Fix
  /** Where this one case is milder or graver than the rule usually is. */
  severity?: Severity
}

export type Answer = Finding | readonly Finding[] | null | undefined | false

/**
 * What a rule looks at. Everything but `page` sees one top-level block at a time and nothing around it, so that its
 * findings are kept for as long as that block does not change; a rule that needs the rest of the page uses `page`.
 */
export interface Looks {
  link?: (link: LinkRun, facts: CheckFacts) => Answer
  /** Blocks of words, and the words of attributes and fields: offsets and fixes of those are left out of what is said. */
  text?: (block: TextBlock, facts: CheckFacts) => Answer
  /** Any node, by its type. */
  nodes?: { [T in NodeType]?: (node: Extract<Node, { type: T }>, path: number[], facts: CheckFacts) => Answer }
  page?: (page: CheckedPage) => Answer
}

export interface Rule {
  id: string
  severity: Severity
  /** WCAG 2.2 success criteria, such as `2.4.4`; empty where the source is another. */
  wcag: readonly string[]
  /** Where the rule comes from when it is not WCAG: a style guide, a regulation, plain reason. */
  source?: string
  /** One sentence for the window: why this matters to a reader. */
  why: string
  on: Looks
  /** The rule's documentation and its tests: Markdown bodies, or whole pages with front matter. */
  examples: { fail: readonly string[]; pass: readonly string[] }
}

export function rule(definition: Rule): Rule {
  return definition
}
