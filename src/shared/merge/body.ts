import { diffArrays } from 'diff'
import { type Block, bodyParts, type Doc, isSame, parseBody, serialiseBody, wouldJoin } from '../content/index.ts'
import { keyOf } from './tree.ts'

/** A body as the merge sees it. */
export interface Body {
  text: string
  blocks: readonly Block[]
  /** The part of the text that each block is, for blocks that are one alone. */
  sources: ReadonlyMap<Block, string>
}

/**
 * The blocks of a body, read part by part where it can be cut into parts: what two versions have in common is read once,
 * and is the same block in both. An editor shows an empty page as one empty paragraph; nobody wrote that.
 */
export function readBody(text: string): Body {
  const parts = bodyParts(text)
  const sources = new Map<Block, string>()
  const blocks: Block[] = []
  for (const part of parts ?? []) {
    const [first, ...more] = readPart(part)
    if (wouldJoin(blocks.at(-1), first)) return { text, blocks: readPart(text), sources: new Map() }
    if (first && more.length === 0 && !goesOnMarking(blocks.at(-1), part)) sources.set(first, part)
    if (first) blocks.push(first, ...more)
  }
  return { text, blocks: parts ? blocks : readPart(text), sources }
}

/** What two bodies have in common, in its order: all that is known of what they began from where no version says. */
export function inCommon(one: Body, other: Body): Body {
  const isOne = (a: Block, b: Block) => keyOf(a) === keyOf(b)
  const parts = diffArrays([...one.blocks], [...other.blocks], { comparator: isOne })
  const blocks = parts.flatMap(({ added, removed, value }) => (added || removed ? [] : value))
  return { text: '', blocks, sources: new Map() }
}

/** The versions of a laptop are merged one by one with the same shared page, which is read once. */
const lastRead = new Map<string, readonly Block[]>()
let lengthRead = 0
const mostRead = 1_000_000

function readPart(text: string): readonly Block[] {
  const known = lastRead.get(text)
  const blocks = known ?? withoutEmpty(parseBody(text).doc.content)
  if (known === undefined) lengthRead += text.length
  lastRead.delete(text)
  lastRead.set(text, blocks)
  for (const oldest of lastRead.keys()) {
    if (lengthRead <= mostRead) break
    lastRead.delete(oldest)
    lengthRead -= oldest.length
  }
  return blocks
}

function withoutEmpty(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(block => block.type !== 'paragraph' || block.content?.length)
}

/** A body that is one of the two keeps its own bytes, and so does each block that all have written alike. */
export function writeBody(merged: readonly Block[], before: Body, mine: Body, theirs: Body): string {
  const own = [theirs, mine].find(({ blocks }) => isSame(blocks, merged))
  if (own) return own.text
  const text = fromParts(merged, [before, mine, theirs]) ?? serialiseBody(docOf(merged))
  return text === '' ? '' : `\n${text}`
}

/** Null where the blocks, written one by one, may not be read as they are. */
function fromParts(merged: readonly Block[], bodies: readonly Body[]): string | null {
  const sources = new Map<string, string | null>()
  for (const { blocks, sources: own } of bodies) {
    for (const block of blocks) {
      const [key, source] = [keyOf(block), own.get(block) ?? null]
      sources.set(key, sources.has(key) && sources.get(key) !== source ? null : source)
    }
  }
  const parts: string[] = []
  for (const [at, block] of merged.entries()) {
    const part = sources.get(keyOf(block)) ?? serialiseBody(docOf([block])).trimEnd()
    const above = merged[at - 1]
    if (wouldJoin(above, block) || goesOnMarking(above, part) || bodyParts(part)?.length !== 1) return null
    parts.push(part)
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}

/** A list at the start of a container is marked in another way than the list before the container. */
function goesOnMarking(above: Block | undefined, part: string): boolean {
  return (above?.type === 'bulletList' || above?.type === 'orderedList') && part.startsWith(':::')
}

export function docOf(content: readonly Block[]): Doc {
  return { type: 'doc', content: [...content] }
}
