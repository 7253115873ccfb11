import type { Doc, Node } from '../content/model.ts'
import type { Entry } from '../content/page.ts'

/** What a problem does: an error stops publishing, a warning makes a page harder to use, a notice informs. */
export type Severity = 'error' | 'warning' | 'notice'

/**
 * Where in a document: `path` is the index of each child from the root (`[]` is the document, `[2, 0]` the first child of
 * the third block); `start` and `end` are offsets in UTF-16 units into the text of that node (its descendants' text,
 * concatenated), absent when the whole node is meant.
 */
export interface Place {
  path: number[]
  start?: number
  end?: number
}

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

export interface CheckedPage {
  entry: Entry
  doc: Doc
  facts: CheckFacts
}
