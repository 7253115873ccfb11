import type { Literal, PhrasingContent, Root, RootContent } from 'mdast'
import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive'
import { type CompileContext, type Extension, fromMarkdown, type Token } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { type Handle, type Options, type State, toMarkdown } from 'mdast-util-to-markdown'
import { directive } from 'micromark-extension-directive'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Construct, Effects, State as Step, Extension as Syntax } from 'micromark-util-types'
import { readPlain } from './plain/read.ts'

/**
 * The Markdown of a workspace: CommonMark, GFM's tables and nothing else of GFM, and directives. Of text directives only
 * `:span[…]` is one, so that “at 10:30” and “note:this” are prose, as they were typed.
 */

/** Source to be written to the letter. It is no `html`, which the library would move to another line. */
export interface SourceNode extends Literal {
  type: 'source'
}

declare module 'mdast' {
  interface RootContentMap {
    source: SourceNode
  }
  interface PhrasingContentMap {
    source: SourceNode
  }
  interface Data {
    /** The exact source, without the prefixes of what the node stands in. */
    source?: string
    /** An attribute stands twice, so the node says less than its source. */
    repeated?: true
  }
}

/** Text as a tree of Markdown. Every text is Markdown: this never fails. */
export function readMarkdown(text: string): Root {
  return readPlain(text) ?? readAny(text)
}

/** The same by the library alone. */
export function readAny(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), directives()],
    mdastExtensions: [gfmTableFromMarkdown(), kept()],
  })
}

export function writeMarkdown(root: Root): string {
  return joinHalves(toMarkdown(root, options))
}

function directives(): Syntax {
  const all = directive()
  const colon = 58
  const text = all.text?.[colon]
  const whole = Array.isArray(text) ? text[0] : text
  return whole ? { ...all, text: { [colon]: onlySpan(whole) } } : all
}

function onlySpan(whole: Construct): Construct {
  const opening: Construct = { partial: true, tokenize: tokenizeOpening }
  return {
    ...whole,
    tokenize(effects, ok, nok) {
      return effects.check(opening, whole.tokenize.call(this, effects, ok, nok), nok)
    },
  }
}

function tokenizeOpening(effects: Effects, ok: Step, nok: Step): Step {
  const codes = [...':span['].map(character => character.charCodeAt(0))
  let at = 0
  return code => {
    effects.enter('data')
    return next(code)
  }
  function next(code: number | null): Step | undefined {
    if (code !== codes[at]) return nok(code)
    effects.consume(code)
    at += 1
    if (at < codes.length) return next
    effects.exit('data')
    return ok
  }
}

type Enter = (this: CompileContext, token: Token) => undefined

/** The library's own reading, and beside it the exact source of whatever may have to be kept to the letter. */
function kept(): Extension {
  const base = directiveFromMarkdown()
  const entering = (names: readonly string[]) =>
    Object.fromEntries(names.map(name => [name, withSource(base.enter?.[name as never] as Enter | undefined)]))
  const exiting = (names: readonly string[]) =>
    Object.fromEntries(names.map(name => [name, noticingRepeats(base.exit?.[name as never] as Enter | undefined)]))
  return {
    ...base,
    enter: {
      ...base.enter,
      ...entering(['directiveContainer', 'directiveLeaf', 'directiveText']),
      definition: withSource(opens(() => ({ type: 'definition', identifier: '', label: null, title: null, url: '' }))),
      link: withSource(opens(() => ({ type: 'link', title: null, url: '', children: [] }))),
      image: withSource(opens(() => ({ type: 'image', title: null, url: '', alt: null }))),
    },
    exit: {
      ...base.exit,
      ...exiting(['directiveContainerAttributes', 'directiveLeafAttributes', 'directiveTextAttributes']),
    },
  }
}

function opens(make: () => Parameters<CompileContext['enter']>[0]): Enter {
  return function (token) {
    this.enter(make(), token)
  }
}

function withSource(open: Enter | undefined): Enter {
  return function (token) {
    open?.call(this, token)
    const node = this.stack.at(-1)
    if (node && node.type !== 'fragment') node.data = { ...node.data, source: this.sliceSerialize(token) }
  }
}

function noticingRepeats(close: Enter | undefined): Enter {
  return function (token) {
    const names = this.data.directiveAttributes?.map(([name]) => name) ?? []
    close?.call(this, token)
    const node = this.stack.at(-1)
    if (node && node.type !== 'fragment' && new Set(names).size < names.length) {
      node.data = { ...node.data, repeated: true }
    }
  }
}

/** The exact source of a node that may have to be kept. */
export function sourceOf(node: RootContent | PhrasingContent, text: string): string {
  if (node.type === 'html') return node.value
  const { start, end } = node.position ?? {}
  return node.data?.source ?? text.slice(start?.offset ?? 0, end?.offset ?? 0)
}

const source: Handle & { peek?: Handle } = node => node.value
source.peek = node => node.value.charAt(0)

const directiveOut = directiveToMarkdown({ preferShortcut: false, quote: '"' })

/** The label of a container is words like any others, and has to be escaped as such. */
const container: Handle = (node, parent, state, info) => {
  const inner: State = {
    ...state,
    containerPhrasing(words, around) {
      const exit = state.enter('phrasing')
      const written = state.containerPhrasing.call(this, words, around)
      exit()
      return written
    },
  }
  return directiveOut.handlers?.containerDirective?.(node, parent, inner, info) ?? ''
}

const options: Options = {
  bullet: '-',
  bulletOther: '+',
  // No list is marked with this, so a line between items is never taken for one of them.
  rule: '_',
  fences: true,
  resourceLink: true,
  incrementListMarker: true,
  listItemIndent: 'one',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    {
      ...directiveOut,
      unsafe: [
        { character: '\n', inConstruct: ['leafDirectiveLabel', 'containerDirectiveLabel'] },
        { character: ':', after: 'span\\[', inConstruct: 'phrasing' },
        // Behind a directive that is kept as it was, what may be its attributes.
        { character: '{', before: '\\]', inConstruct: 'phrasing' },
        // Looked ahead, so that the second of three colons is seen too.
        { character: ':', after: '(?=:)', inConstruct: 'phrasing' },
        { atBreak: true, before: ':+', character: ':' },
        // An address between angle brackets is a link, and it may start with nearly anything.
        { character: '<', after: '\\S', inConstruct: 'phrasing', notInConstruct: ['destinationLiteral', 'autolink'] },
        // A directive's label ends at the first bracket that is not escaped, wherever it stands.
        { character: '[', inConstruct: ['titleQuote', 'destinationLiteral', 'destinationRaw'] },
        { character: ']', inConstruct: ['titleQuote', 'destinationLiteral', 'destinationRaw'] },
      ],
    },
  ],
  handlers: { source, containerDirective: container },
}

/**
 * A reference that names one half of a character above U+FFFF reads as a replacement character, so the two halves are
 * brought together again.
 */
function joinHalves(markdown: string): string {
  return markdown
    .replace(/&#x(d[89ab][0-9a-f]{2});([\udc00-\udfff])/gi, (_, high: string, low: string) =>
      reference(String.fromCharCode(Number.parseInt(high, 16)) + low),
    )
    .replace(/([\ud800-\udbff])&#x(d[c-f][0-9a-f]{2});/gi, (_, high: string, low: string) =>
      reference(high + String.fromCharCode(Number.parseInt(low, 16))),
    )
}

function reference(character: string): string {
  return `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`
}
