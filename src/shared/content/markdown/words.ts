import { cleanLine, cleanText } from '../characters.ts'
import type { InlineContext } from '../definition.ts'
import { hasMark, sameMarks } from '../marks/index.ts'
import { type Inline, type Mark, markOrder, type Text } from '../model.ts'
import type { SourceRange } from '../place.ts'

/**
 * Words in normal form: what Markdown can say. Spaces at the edge of a marked run stand outside it, none stand at the edge
 * of a line, texts with the same marks are one text, and nothing is there that the place (a heading, a cell, a label)
 * cannot hold.
 */

export interface Item {
  inline: Inline
  marks: readonly Mark[]
  range?: SourceRange | undefined
}

export function normaliseItems(items: readonly Item[], context: InlineContext): Item[] {
  const [only, ...others] = items
  if (only !== undefined && others.length === 0 && isPlain(only)) return trimmed([cleaned(only, context)])
  let next = items.map(item => cleaned(item, context))
  for (const type of markOrder) if (type !== 'code' && areMarked(next, type)) next = spacesOut(next, type)
  return joined(trimmed(next))
}

/** As most are: there is nothing to take off or to join. */
function isPlain({ inline, marks }: Item): boolean {
  return inline.type === 'text' && marks.length === 0
}

function areMarked(items: readonly Item[], type: Mark['type']): boolean {
  return items.some(({ marks }) => marks.some(mark => mark.type === type))
}

export function inlineFrom({ inline, marks }: Item): Inline {
  if (inline.type !== 'text' && inline.type !== 'image') return inline
  const { marks: _, ...bare } = inline
  return marks.length ? { ...bare, marks: [...marks] } : bare
}

/** Line breaks and kept source have no marks of their own; they stand inside those of the words on both sides. */
export function canCarry(inline: Inline, mark: Pick<Mark, 'type'>): boolean {
  // Kept source that is itself like a link cannot stand in one.
  if (mark.type === 'link') return inline.type !== 'keptInline' || inline.attrs.source.startsWith('<')
  return mark.type !== 'code'
}

function isCode(item: Item): boolean {
  return item.inline.type === 'text' && item.marks.some(mark => mark.type === 'code')
}

function cleaned(item: Item, context: InlineContext): Item {
  const { inline, marks } = item
  if (inline.type === 'image') return { ...item, marks: marks.filter(mark => mark.type !== 'code') }
  if (inline.type !== 'text') return { ...item, marks: [] }
  if (!isCode(item)) return { ...item, inline: { type: 'text', text: cleanLine(inline.text) } }
  const text = cleanText(inline.text).replace(/\n/g, ' ')
  const fits = codeFits(text, marks, context)
  return { ...item, inline: { type: 'text', text }, marks: fits ? marks : marks.filter(mark => mark.type !== 'code') }
}

/** A label ends at a bracket and a cell at a bar, even inside code. */
function codeFits(text: string, marks: readonly Mark[], context: InlineContext): boolean {
  if (context === 'cell' && /\\+\|/.test(text)) return false
  const inLabel = context === 'label' || marks.some(mark => mark.type === 'lang')
  return !inLabel || !/[[\]\\]/.test(text)
}

/** Takes one kind of mark off the spaces at both ends of each run of it. */
function spacesOut(items: readonly Item[], type: Mark['type']): Item[] {
  const lead = new Map<number, number>()
  const trail = new Map<number, number>()
  for (const run of runsOf(items, type)) {
    measure(items, run, lead, text => text.length - text.trimStart().length)
    measure(items, run.toReversed(), trail, text => text.length - text.trimEnd().length)
  }
  return items.flatMap((item, at) => split(item, type, lead.get(at) ?? 0, trail.get(at) ?? 0))
}

function runsOf(items: readonly Item[], type: Mark['type']): number[][] {
  const runs: number[][] = []
  let open: Mark | undefined
  items.forEach(({ inline, marks }, at) => {
    if (inline.type !== 'text' && inline.type !== 'image') {
      if (!canCarry(inline, { type })) open = undefined
      return
    }
    const mark = marks.find(other => other.type === type)
    const last = runs.at(-1)
    if (mark && open && last && hasMark([open], mark)) last.push(at)
    else if (mark) runs.push([at])
    open = mark
  })
  return runs
}

function measure(
  items: readonly Item[],
  run: readonly number[],
  into: Map<number, number>,
  count: (text: string) => number,
) {
  for (const at of run) {
    const item = items[at]
    if (item?.inline.type !== 'text' || isCode(item)) return
    const spaces = count(item.inline.text)
    into.set(at, spaces)
    if (spaces < item.inline.text.length) return
  }
}

function split(item: Item, type: Mark['type'], lead: number, trail: number): Item[] {
  if (item.inline.type !== 'text' || (!lead && !trail)) return [item]
  const { text } = item.inline
  const bare = item.marks.filter(mark => mark.type !== type)
  if (lead === text.length) return [{ ...item, marks: bare }]
  const part = (from: number, to: number, marks: readonly Mark[]): Item[] =>
    from < to ? [{ ...item, inline: { type: 'text', text: text.slice(from, to) }, marks }] : []
  return [
    ...part(0, lead, bare),
    ...part(lead, text.length - trail, item.marks),
    ...part(text.length - trail, text.length, bare),
  ]
}

/** No spaces at the start or end of a line, and no line break at the start or end of the block. */
function trimmed(items: readonly Item[]): Item[] {
  const forwards = trimStarts(items, text => text.replace(/^[\t ]+/, ''))
  return trimStarts(forwards.toReversed(), text => text.replace(/(?<![\t ])[\t ]+$/, '')).reverse()
}

function trimStarts(items: readonly Item[], trim: (text: string) => string): Item[] {
  const kept: Item[] = []
  let atStart = true
  for (const item of items) {
    const isBreak = item.inline.type === 'hardBreak'
    if (isBreak && !kept.length) continue
    const next = atStart && item.inline.type === 'text' && !isCode(item) ? withText(item, trim(item.inline.text)) : item
    if (next.inline.type === 'text' && next.inline.text === '') continue
    kept.push(next)
    atStart = isBreak
  }
  return kept
}

function withText(item: Item, text: string): Item {
  return { ...item, inline: { type: 'text', text } }
}

function joined(items: readonly Item[]): Item[] {
  const whole: Item[] = []
  for (const item of items) {
    const last = whole.at(-1)
    if (last?.inline.type === 'text' && item.inline.type === 'text' && sameMarks(last.marks, item.marks)) {
      const text: Text = { type: 'text', text: last.inline.text + item.inline.text }
      const range =
        last.range && item.range ? { start: last.range.start, end: item.range.end } : (last.range ?? item.range)
      whole[whole.length - 1] = { inline: text, marks: last.marks, range }
    } else {
      whole.push(item)
    }
  }
  return whole
}
