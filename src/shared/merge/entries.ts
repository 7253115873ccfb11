import { type Block, type Doc, splitText, whyUnreadable } from '../content/index.ts'
import { mergeBlocks } from './blocks.ts'
import { docOf, inCommon, readBody, writeBody } from './body.ts'
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
 * Three-way merge of a page or service, `before` null where neither had it before. Fields by field, the body block by block and
 * inside a block sentence by sentence. Every word of either is in the text or in a clash. Null when one of them is no
 * page, or its details cannot be read: then both files have to be kept.
 */
export function mergeEntries(
  before: string | null,
  mine: string,
  theirs: string,
  between: Record<'mine' | 'theirs', readonly string[]> | null = null,
): MergedEntry | null {
  if (mine === theirs || before === theirs) return { text: mine, clashes: [] }
  if (before === mine) return { text: theirs, clashes: [] }
  if ([before ?? '', mine, theirs].some(text => whyUnreadable(text) !== null)) return null
  const [was, here, there] = [splitText(before ?? ''), splitText(mine), splitText(theirs)]
  const front = mergeRecords(was.yaml, here.yaml ?? '', there.yaml ?? '')
  if (front === null || here.unclosed || there.unclosed) return null
  const body = mergeBodies(before === null ? null : was.body, here.body, there.body, before === null ? null : between)
  const none = here.yaml === null && there.yaml === null
  return {
    text: none ? body.text : `---\n${ended(front.text)}---\n${body.text}`,
    clashes: [...front.clashes.map(asClash), ...body.clashes],
  }
}

const ended = (yaml: string) => (yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`)

function mergeBodies(
  before: string | null,
  mine: string,
  theirs: string,
  between: Record<'mine' | 'theirs', readonly string[]> | null,
): MergedEntry {
  if (mine === theirs || before === theirs) return { text: mine, clashes: [] }
  if (before === mine) return { text: theirs, clashes: [] }
  const [here, there] = [readBody(mine), readBody(theirs)]
  const was = before === null ? inCommon(here, there) : readBody(before)
  const steps = between && { mine: stepsIn(between.mine), theirs: stepsIn(between.theirs) }
  const pieces = mergeBlocks(was.blocks, here.blocks, there.blocks, steps)
  return { text: writeBody(flatten(pieces, 'theirs'), was, here, there), clashes: clashesIn(pieces) }
}

/** Each version made offline is merged by itself, and nearly all that are between are those of the one before. */
const lately = new Map<string, readonly Block[]>()
const mostLately = 64

/** What is too large, or no text, was put right since: the others tell enough. */
const stepsIn = (texts: readonly string[]) => texts.filter(text => whyUnreadable(text) === null).map(blocksOf)

function blocksOf(text: string): readonly Block[] {
  const known = lately.get(text)
  const blocks = known ?? readBody(splitText(text).body).blocks
  lately.delete(text)
  lately.set(text, blocks)
  const [oldest] = lately.keys()
  if (lately.size > mostLately && oldest !== undefined) lately.delete(oldest)
  return blocks
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
