import { bagOf, shareOf } from './likeness.ts'
import type { Piece } from './piece.ts'
import { keyOf, type Tree, textOfTree, wordsOf } from './tree.ts'

/**
 * A paragraph that both divided, at different places. Neither's first part is what the paragraph became: all of its parts
 * are. So they are merged as the one text that they are parts of, in which a division is a word like any other, and the
 * result is divided where either divided it.
 */

/** Stands where a text was divided. No page has it: what reads a page takes it for a sign that is no sign. */
export const division = '\u0000'

interface Sides {
  mine: readonly Tree[]
  theirs: readonly Tree[]
}

/** The texts with the parts of each such paragraph as one; null where there is none. */
export function joinDivided(before: readonly Tree[], { mine, theirs }: Sides): Sides | null {
  const known = new Set(before.map(keyOf))
  const [here, there] = [freshRuns(mine, known), freshRuns(theirs, known)]
  if (here.length === 0 || there.length === 0) return null
  const [own, their] = [new Map<number, number>(), new Map<number, number>()]
  for (const whole of before) {
    if (whole.type !== 'paragraph') continue
    const [one, other] = [partsOf(whole, mine, here), partsOf(whole, theirs, there)]
    if (one === null || other === null) continue
    own.set(...one)
    their.set(...other)
  }
  return own.size === 0 ? null : { mine: withJoined(mine, own), theirs: withJoined(theirs, their) }
}

/** From which place, and how many. */
type Run = readonly [from: number, count: number]

/** Where two or more paragraphs that were not there before stand one after the other. */
function freshRuns(items: readonly Tree[], known: ReadonlySet<string>): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const [place, item] of [...items, null].entries()) {
    if (item !== null && item.type === 'paragraph' && !known.has(keyOf(item))) continue
    if (place - from > 1) runs.push([from, place - from])
    from = place + 1
  }
  return runs
}

/** Most of what a part says was said before, and all parts say nearly all of it. */
const [most, nearlyAll] = [0.5, 0.75]

function partsOf(whole: Tree, items: readonly Tree[], runs: readonly Run[]): Run | null {
  for (const [start, count] of runs) {
    let from = start
    for (let place = start; place <= start + count; place++) {
      const item = items[place]
      if (place < start + count && item && shareOf(wordsOf(item), wordsOf(whole)) >= most) continue
      const said = bagOf(items.slice(from, place).map(textOfTree).join(' '))
      if (place - from > 1 && shareOf(wordsOf(whole), said) >= nearlyAll) return [from, place - from]
      from = place + 1
    }
  }
  return null
}

function withJoined(items: readonly Tree[], parts: ReadonlyMap<number, number>): Tree[] {
  const joined: Tree[] = []
  for (let place = 0; place < items.length; ) {
    const count = parts.get(place) ?? 1
    const [first, ...others] = items.slice(place, place + count)
    const between: Tree = { type: 'text', text: ` ${division} ` }
    if (first && others.length === 0) joined.push(first)
    else if (first) {
      joined.push({
        ...first,
        content: [first, ...others].flatMap((part, at) => [...(at > 0 ? [between] : []), ...(part.content ?? [])]),
      })
    }
    place += count
  }
  return joined
}

/** What was joined, divided again. */
export function divideJoined({ ...piece }: Piece<Tree>): Piece<Tree> {
  if (piece.kind === 'settled') return { kind: 'settled', items: piece.items.flatMap(divide) }
  const [before, mine, theirs] = [piece.before, piece.mine, piece.theirs].map(items => items.flatMap(divide))
  return { kind: 'clash', before: before ?? [], mine: mine ?? [], theirs: theirs ?? [] }
}

function divide(node: Tree): Tree[] {
  if (node.type !== 'paragraph' || !node.content?.some(({ text }) => text?.includes(division))) return [node]
  const parts: Tree[][] = [[]]
  for (const inline of node.content) {
    const [first = '', ...others] = inline.text?.split(division) ?? []
    if (others.length === 0) {
      parts.at(-1)?.push(inline)
      continue
    }
    for (const [at, text] of [first, ...others].entries()) {
      if (at > 0) parts.push([])
      parts.at(-1)?.push({ ...inline, text })
    }
  }
  return parts.flatMap(content => {
    const trimmed = withoutBlankEnds(content)
    return trimmed.length === 0 ? [] : [{ ...node, content: trimmed }]
  })
}

function withoutBlankEnds(content: readonly Tree[]): Tree[] {
  return content.flatMap((inline, at) => {
    if (inline.text === undefined) return [inline]
    let { text } = inline
    if (at === 0) text = text.trimStart()
    if (at === content.length - 1) text = text.trimEnd()
    return text === '' ? [] : [{ ...inline, text }]
  })
}
