import { type Block, type Doc, isSame, parseBody, serialiseBody, splitText, whyUnreadable } from '../content/index.ts'
import { mergeBlocks } from './blocks.ts'
import type { Clash } from './choice.ts'
import { flatten, type Piece } from './piece.ts'
import { mergeRecords } from './records.ts'
import type { FieldClash, Value } from './values.ts'

export interface MergedEntry {
  /** The page with both people's changes; where they clash, theirs stands until somebody chooses. */
  text: string
  clashes: Clash[]
}

/**
 * Three-way merge of a page or service, `before` null where both made it. Fields by field, the body block by block and
 * inside a block sentence by sentence. Every word of either is in the text or in a clash. Null when one of them is no
 * page, or its details cannot be read: then both files have to be kept.
 */
export function mergeEntries(before: string | null, mine: string, theirs: string): MergedEntry | null {
  if (mine === theirs || before === theirs) return { text: mine, clashes: [] }
  if (before === mine) return { text: theirs, clashes: [] }
  if ([before ?? '', mine, theirs].some(text => whyUnreadable(text) !== null)) return null
  const [was, here, there] = [splitText(before ?? ''), splitText(mine), splitText(theirs)]
  const front = mergeRecords(was.yaml, here.yaml ?? '', there.yaml ?? '')
  if (front === null || here.unclosed || there.unclosed) return null
  const body = mergeBodies(was.body, here.body, there.body)
  const none = here.yaml === null && there.yaml === null
  return {
    text: none ? body.text : `---\n${ended(front.text)}---\n${body.text}`,
    clashes: [...front.clashes.map(asClash), ...body.clashes],
  }
}

const ended = (yaml: string) => (yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`)

function mergeBodies(before: string, mine: string, theirs: string): MergedEntry {
  if (mine === theirs || before === theirs) return { text: mine, clashes: [] }
  if (before === mine) return { text: theirs, clashes: [] }
  const [was, here, there] = [blocksOf(before), blocksOf(mine), blocksOf(theirs)]
  const pieces = mergeBlocks(was, here, there)
  const merged = flatten(pieces, 'theirs')
  return { text: bodyText(merged, [theirs, there], [mine, here]), clashes: clashesIn(pieces) }
}

/** The versions of a laptop are merged one by one with the same shared page, which is read once. */
const lastRead = new Map<string, readonly Block[]>()
const mostRead = 12

/** The blocks of a body. An editor shows an empty page as one empty paragraph; nobody wrote that. */
export function blocksOf(body: string): readonly Block[] {
  const known = lastRead.get(body) ?? readBlocks(body)
  lastRead.delete(body)
  lastRead.set(body, known)
  const [oldest] = lastRead.keys()
  if (lastRead.size > mostRead && oldest !== undefined) lastRead.delete(oldest)
  return known
}

function readBlocks(body: string): readonly Block[] {
  const { content } = parseBody(body).doc
  const [only, ...others] = content
  return only?.type === 'paragraph' && !only.content?.length && others.length === 0 ? [] : content
}

/** A body that is one of the two keeps its own bytes. */
function bodyText(merged: Block[], ...written: [string, readonly Block[]][]): string {
  const own = written.find(([, blocks]) => isSame(blocks, merged))
  if (own) return own[0]
  const text = serialiseBody(docOf(merged))
  return text === '' ? '' : `\n${text}`
}

function clashesIn(pieces: readonly Piece<Block>[]): Clash[] {
  return pieces.flatMap((piece, index) => {
    if (piece.kind === 'settled') return []
    const above = flatten(pieces.slice(0, index), 'theirs').slice(-1)
    const below = flatten(pieces.slice(index + 1), 'theirs').slice(0, 1)
    const [before, mine, theirs] = [piece.before, piece.mine, piece.theirs].map(docOf)
    const docs = { before: before ?? docOf([]), mine: mine ?? docOf([]), theirs: theirs ?? docOf([]) }
    return [{ field: 'body', ...docs, above: docOf(above), below: docOf(below), values: null }]
  })
}

function docOf(content: readonly Block[]): Doc {
  return { type: 'doc', content: [...content] }
}

function asClash({ field, before, mine, theirs }: FieldClash): Clash {
  return {
    field,
    before: asDoc(before),
    mine: asDoc(mine),
    theirs: asDoc(theirs),
    above: docOf([]),
    below: docOf([]),
    values: { mine, theirs },
  }
}

/** A value as words, to be shown beside another. */
function asDoc(value: Value): Doc {
  const text = typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
  return docOf(text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }])
}
