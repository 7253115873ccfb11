import type { Doc, Entry, Heading, Node, NodeType } from '../content/index.ts'
import type { Markup, MarkupElement, MarkupLink } from './markup/markup.ts'
import type { LinkRun, Picture, Spot, TextBlock } from './seen.ts'

export type { Place } from '../content/index.ts'
export type { LinkRun, Picture, Spot, TextBlock } from './seen.ts'

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
  /** A guess, or a loss that somebody has to mean: not done along with the others of its kind. */
  alone?: true
}

export interface Problem {
  rule: string
  severity: Severity
  wcag: readonly string[]
  /** One sentence for a person: what is wrong, with the words in question. */
  message: string
  /** Why it matters to a reader. */
  why: string
  place: Spot
  /** `body`, or the front matter field it is about. */
  field: 'body' | 'title' | 'summary' | (string & {})
  fix?: Fix
  unknown?: Unknown
}

/** What a rule may know beyond the page itself. All of it may be empty: a rule then says less, never something false. */
export interface CheckFacts {
  /** Addresses of pages and services that exist: id to title. */
  titles: ReadonlyMap<string, string>
  /** Media names to bytes. */
  media: ReadonlyMap<string, number>
  /** Those of them whose files hold several pictures, where somebody has looked. */
  moving?: ReadonlySet<string>
  /** `2026-11-22`: the clock is passed in. */
  today: string
  /** What the team itself has added to the dictionary. */
  own?: OwnWords
  /** Short forms that the page's own markup explains, where it is a web page. */
  shortForms?: ReadonlySet<string>
}

export interface OwnWords {
  /** In small letters, with straight apostrophes. */
  words: ReadonlySet<string>
  /** Short forms as they are written, and what they stand for. */
  shortForms: ReadonlyMap<string, string>
}

/** What a team may say that it knows: a word as it is spelt, or letters that stand for something. */
export interface Unknown {
  kind: 'word' | 'short-form'
  word: string
}

/** The page that a rule looks at. */
export interface CheckedPage {
  entry: Entry
  doc: Doc
  headings: readonly { node: Heading; path: number[]; text: string }[]
  /** Every block of words and every link of the body, in reading order. */
  texts: readonly TextBlock[]
  links: readonly LinkRun[]
  /** Its HTML, or what it keeps of HTML. */
  markup: Markup | null
  facts: CheckFacts
}

/** What a rule says: the rest of a `Problem` comes from the rule itself. */
export interface Finding {
  message: string
  place: Spot
  field?: Problem['field']
  fix?: Fix
  unknown?: Unknown
  /** Where this one case is milder or graver than the rule usually is. */
  severity?: Severity
}

export type Answer = Finding | readonly Finding[] | null | undefined | false

/**
 * What a rule looks at. Everything but `page` and `pageOfDocument` sees one top-level block at a time and nothing around it, so that its
 * findings are kept for as long as that block does not change; a rule that needs the rest of the page uses `page`.
 */
export interface Looks {
  link?: (link: LinkRun, facts: CheckFacts) => Answer
  picture?: (picture: Picture, facts: CheckFacts) => Answer
  /** Blocks of words, and the words of attributes and fields: offsets and fixes of those are left out of what is said. */
  text?: (block: TextBlock, facts: CheckFacts) => Answer
  /** Any node, by its type. */
  nodes?: { [T in NodeType]?: (node: Extract<Node, { type: T }>, path: number[], facts: CheckFacts) => Answer }
  page?: (page: CheckedPage) => Answer
  /** The same, left out of a web page, whose own HTML says by `elements` or `markup` what it would find. */
  pageOfDocument?: (page: CheckedPage) => Answer
  /**
   * HTML by its tags (`*` is every one): of a web page, and of what Markdown keeps as it was. A web page says more than the
   * document model holds of it, so a rule that looks here, or at the whole of the markup, does not look at the `nodes` of
   * one: the same fault is never found twice.
   */
  elements?: { readonly [tag: string]: (seen: MarkupElement, facts: CheckFacts) => Answer }
  markup?: (markup: Markup, facts: CheckFacts) => Answer
  /** Links of markup, where more is to be seen of them than of any other link. */
  markupLink?: (link: MarkupLink, facts: CheckFacts) => Answer
}

interface Examples {
  fail: readonly string[]
  pass: readonly string[]
}

export interface Rule {
  id: string
  severity: Severity
  /** WCAG 2.2 success criteria, such as `2.4.4`; empty where the source is another. */
  wcag: readonly string[]
  /** Where the rule comes from when it is not WCAG: a style guide, a regulation, plain reason. */
  source?: string
  /** Left out of a page that says to be in another language than English. */
  inEnglish?: true
  /** One sentence for the window: why this matters to a reader. */
  why: string
  on: Looks
  /** The rule's documentation and its tests: Markdown bodies, or whole pages with front matter. */
  examples: Examples & {
    /** Web pages, or parts of one. */
    html?: Examples
  }
}

export function rule(definition: Rule): Rule {
  return definition
}
