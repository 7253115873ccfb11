import { diffArrays } from 'diff'
import {
  childrenOf,
  type Doc,
  type Inline,
  type Mark,
  type Node,
  sameMarks,
  type Text,
  textOf,
  wordsIn,
} from '../content/index.ts'

/**
 * What changed between two versions of a page, in the words themselves. The result is a document like any other, in which
 * added and removed words stand between private-use characters; compare-html.ts turns those into `ins` and `del`.
 */

export const signs = {
  added: { start: '\uE000', end: '\uE001' },
  removed: { start: '\uE002', end: '\uE003' },
} as const
export const anySign = /[\uE000-\uE003]/g
type Change = keyof typeof signs

/** Two versions as one document. Without an earlier version nothing is marked: a new page is read as it is. */
export function compareDocs(before: Doc | null, after: Doc): Doc {
  const now = withoutSigns(after)
  if (before === null) return now
  return { ...now, content: compareChildren(withoutSigns(before).content, now.content) as Doc['content'] }
}

/** Words of a document can hold the signs only by accident or malice; they would be read as changes. */
function withoutSigns(doc: Doc): Doc {
  return JSON.parse(JSON.stringify(doc).replace(anySign, '')) as Doc
}

function compareChildren(before: readonly Node[], after: readonly Node[]): Node[] {
  const old = before.map(node => JSON.stringify(node))
  const now = after.map(node => JSON.stringify(node))
  const result: Node[] = []
  let at = { old: 0, now: 0 }
  let gone: Node[] = []
  let come: Node[] = []
  const settle = () => {
    result.push(...compareRuns(gone, come))
    gone = []
    come = []
  }
  for (const part of diffArrays(old, now)) {
    if (part.removed) {
      gone.push(...before.slice(at.old, at.old + part.count))
      at = { ...at, old: at.old + part.count }
    } else if (part.added) {
      come.push(...after.slice(at.now, at.now + part.count))
      at = { ...at, now: at.now + part.count }
    } else {
      settle()
      result.push(...after.slice(at.now, at.now + part.count))
      at = { old: at.old + part.count, now: at.now + part.count }
    }
  }
  settle()
  return result
}

/** A run that went and a run that came in its place: neighbours that are versions of one another are compared inside. */
function compareRuns(gone: readonly Node[], come: readonly Node[]): Node[] {
  const result: Node[] = []
  let next = 0
  for (const node of come) {
    const match = gone.findIndex((old, index) => index >= next && isVersionOf(old, node))
    if (match === -1) {
      result.push(...whole(node, 'added'))
      continue
    }
    for (const old of gone.slice(next, match)) result.push(...whole(old, 'removed'))
    const old = gone[match]
    if (old) result.push(...compareNode(old, node))
    next = match + 1
  }
  for (const old of gone.slice(next)) result.push(...whole(old, 'removed'))
  return result
}

/** Nodes that are the one child their parent must have there: always compared, however little they share. */
const fixedPlaces: ReadonlySet<string> = new Set(['summary', 'tableCell', 'tableHeader'])

function isVersionOf(old: Node, node: Node): boolean {
  if (old.type !== node.type) return false
  if (fixedPlaces.has(node.type)) return true
  if (node.type === 'table' || node.type === 'tableRow') {
    if (columnsOf(old) !== columnsOf(node)) return false
  }
  const a = new Set(wordsOf(old))
  const b = new Set(wordsOf(node))
  const shared = [...b].filter(word => a.has(word)).length
  return shared * 3 >= Math.min(a.size, b.size)
}

function columnsOf(node: Node): number {
  if (node.type === 'tableRow') return node.content.length
  return node.type === 'table' ? (node.content[0]?.content.length ?? 0) : 0
}

function compareNode(old: Node, node: Node): Node[] {
  if (isTextBlock(old) && isTextBlock(node)) {
    return [{ ...node, content: compareInline(old.content ?? [], node.content ?? []) } as Node]
  }
  const oldChildren = childrenOf(old)
  const children = childrenOf(node)
  if (oldChildren.length === 0 || children.length === 0) return [...whole(old, 'removed'), ...whole(node, 'added')]
  if (node.type === 'tableRow') {
    // Cells are compared with the cell in the same column, so that a row keeps its shape.
    const cells = children.flatMap((cell, index) => compareNode(oldChildren[index] ?? cell, cell).slice(-1))
    return [{ ...node, content: cells } as Node]
  }
  if (node.type === 'steps') {
    const [list] = children
    const [oldList] = oldChildren
    return [{ ...node, content: list && oldList ? compareNode(oldList, list).slice(-1) : children } as Node]
  }
  return [{ ...node, content: compareChildren(oldChildren, children) } as Node]
}

/** A node that is wholly new or gone, every word of it marked; one without words is named in words. */
function whole(node: Node, change: Change): Node[] {
  if (isTextBlock(node))
    return [{ ...node, content: (node.content ?? []).map(inline => marked(inline, change)) } as Node]
  const children = childrenOf(node)
  if (children.length > 0) return [{ ...node, content: children.flatMap(child => whole(child, change)) } as Node]
  const name = nameOf(node)
  const said: Node[] = name
    ? [{ type: 'paragraph', content: [signed(`${change === 'added' ? 'Added' : 'Removed'}: ${name}`, [], change)] }]
    : []
  return change === 'added' ? [...said, node] : said
}

function nameOf(node: Node): string | null {
  switch (node.type) {
    case 'figure':
      return `picture ${node.attrs.decorative ? '(decorative)' : `“${node.attrs.alt}”`}`
    case 'document':
      return `document “${node.attrs.title}”`
    case 'video':
      return `video “${node.attrs.title}”`
    case 'service':
      return 'a service'
    case 'kept':
      return node.attrs.source
    default:
      return null
  }
}

interface Token {
  inline: Inline
  /** What makes two tokens the same: the word and its marks. */
  key: string
}

/** Word by word within a line of text; a word whose marks changed (a new link, say) counts as changed. */
function compareInline(before: readonly Inline[], after: readonly Inline[]): Inline[] {
  const old = tokens(before)
  const now = tokens(after)
  const result: Inline[] = []
  const say = (list: Token[], change: Change | null) => {
    for (const inline of joined(list)) result.push(change ? marked(inline, change) : inline)
  }
  let gone: Token[] = []
  let come: Token[] = []
  const sayChange = () => {
    const [last, fresh] = [gone.at(-1), come.at(-1)]
    const space = last && fresh && last.key === fresh.key && isSpace(last) ? [last] : []
    say(space.length > 0 ? gone.slice(0, -1) : gone, 'removed')
    say(space.length > 0 ? come.slice(0, -1) : come, 'added')
    say(space, null)
    gone = []
    come = []
  }
  for (const { kept, removed, added } of phrases(old, now)) {
    // The space between two changed words changed with them: people compare phrases, not every other word.
    if (kept.every(isSpace) && gone.length + come.length > 0 && removed.length + added.length > 0) {
      gone.push(...kept)
      come.push(...kept)
    } else {
      sayChange()
      say(kept, null)
    }
    gone.push(...removed)
    come.push(...added)
  }
  sayChange()
  return result
}

const isSpace = ({ inline }: Token) => inline.type === 'text' && inline.text.trim() === ''

/** The tokens of both versions as runs: what both have, then what went and what came after it. */
function phrases(old: Token[], now: Token[]): { kept: Token[]; removed: Token[]; added: Token[] }[] {
  const runs: { kept: Token[]; removed: Token[]; added: Token[] }[] = [{ kept: [], removed: [], added: [] }]
  let at = { old: 0, now: 0 }
  const keys = (list: Token[]) => list.map(token => token.key)
  for (const part of diffArrays(keys(old), keys(now))) {
    const run = runs.at(-1)
    if (part.removed) run?.removed.push(...old.slice(at.old, at.old + part.count))
    else if (part.added) run?.added.push(...now.slice(at.now, at.now + part.count))
    else runs.push({ kept: now.slice(at.now, at.now + part.count), removed: [], added: [] })
    at = { old: at.old + (part.added ? 0 : part.count), now: at.now + (part.removed ? 0 : part.count) }
  }
  return runs
}

function tokens(content: readonly Inline[]): Token[] {
  return content.flatMap((inline): Token[] => {
    if (inline.type !== 'text') return [{ inline, key: JSON.stringify(inline) }]
    const words = inline.text.match(/[\p{L}\p{N}’'-]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []
    return words.map(text => ({ inline: { ...inline, text }, key: JSON.stringify([text, inline.marks ?? []]) }))
  })
}

/** Neighbouring words with the same marks, put together again. */
function joined(list: readonly Token[]): Inline[] {
  const result: Inline[] = []
  for (const { inline } of list) {
    const last = result.at(-1)
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(last.marks ?? [], inline.marks ?? [])) {
      result[result.length - 1] = { ...last, text: last.text + inline.text }
    } else {
      result.push(inline)
    }
  }
  return result
}

function marked(inline: Inline, change: Change): Inline {
  if (inline.type === 'text') return signed(inline.text, inline.marks ?? [], change)
  if (inline.type === 'image') return signed(`picture “${inline.attrs.alt}”`, inline.marks ?? [], change)
  if (inline.type === 'keptInline') return signed(inline.attrs.source, [], change)
  return inline
}

function signed(text: string, marks: Mark[], change: Change): Text {
  const { start, end } = signs[change]
  return { type: 'text', text: `${start}${text}${end}`, ...(marks.length > 0 && { marks }) }
}

type TextBlock = Extract<Node, { content?: Inline[] | Text[] }>

const textBlocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'summary',
  'tableCell',
  'tableHeader',
])

function isTextBlock(node: Node): node is TextBlock {
  return textBlocks.has(node.type)
}

function wordsOf(node: Node): string[] {
  return wordsIn(textOf(node).toLowerCase())
}
