import type { Block, Inline, Node } from '../../src/shared/content/index.ts'
import { type Prose, proseFrom } from '../bench/prose.ts'
import { randomBlock, randomParagraph } from './random-blocks.ts'
import { randomPhrase } from './random-words.ts'

/** What a person can do to the words of a page. Each edit is about one of the blocks that were there at first. */
export const editKinds = [
  'word',
  'word',
  'sentence',
  'mark',
  'cut-words',
  'add',
  'add',
  'add-two',
  'remove',
  'replace',
  'split',
  'join',
  'move',
  'move-section',
  'part-add',
  'part-remove',
  'part-move',
  'column-add',
  'column-remove',
  'attrs',
] as const

/** `block` and `to` count the blocks that were there at first; `dice` settles all the rest; `word` is written by this edit. */
export interface Edit {
  kind: (typeof editKinds)[number]
  block: number
  to: number
  dice: number
  word: string
}

/** For each block that was there at first, what stands in its place now; `from` says which it was. */
interface Slot {
  from: number
  blocks: Block[]
}

export function edited(base: readonly Block[], edits: readonly Edit[]): Block[] {
  let slots: Slot[] = base.map((block, from) => ({ from, blocks: [block] }))
  for (const edit of edits) slots = perform(slots, edit)
  return slots.flatMap(slot => slot.blocks)
}

function perform(slots: readonly Slot[], edit: Edit): Slot[] {
  const at = slots.findIndex(slot => slot.from === edit.block)
  const slot = slots[at]
  if (!slot) return [...slots]
  switch (edit.kind) {
    case 'move':
      return moved(slots, at, 1, edit.to)
    case 'move-section':
      return moved(slots, at, sectionLength(slots, at), edit.to)
    case 'join': {
      const next = slots[at + 1]
      const joined = next && joinedWith(slot.blocks, next.blocks)
      if (!joined) return [...slots]
      return slots.map((each, index) =>
        index === at
          ? { ...slot, blocks: joined }
          : index === at + 1
            ? { ...each, blocks: each.blocks.slice(1) }
            : each,
      )
    }
    default:
      return slots.map(each => (each === slot ? { ...slot, blocks: rewritten(slot.blocks, edit) } : each))
  }
}

function moved(slots: readonly Slot[], at: number, length: number, to: number): Slot[] {
  const taken = slots.slice(at, at + length)
  const rest = slots.filter(slot => !taken.includes(slot))
  const place = rest.findIndex(slot => slot.from === to) + 1
  return [...rest.slice(0, place), ...taken, ...rest.slice(place)]
}

/** A heading and what stands under it. */
function sectionLength(slots: readonly Slot[], at: number): number {
  if (slots[at]?.blocks[0]?.type !== 'heading') return 1
  const next = slots.findIndex((slot, index) => index > at && slot.blocks[0]?.type === 'heading')
  return (next < 0 ? slots.length : next) - at
}

function joinedWith(blocks: readonly Block[], next: readonly Block[]): Block[] | null {
  const [last, first] = [blocks.at(-1), next[0]]
  if (last?.type !== 'paragraph' || first?.type !== 'paragraph') return null
  const space: Inline = { type: 'text', text: ' ' }
  return [
    ...blocks.slice(0, -1),
    { type: 'paragraph', content: [...(last.content ?? []), space, ...(first.content ?? [])] },
  ]
}

function rewritten(blocks: readonly Block[], { kind, dice, word }: Edit): Block[] {
  const prose = proseFrom(dice)
  const [first, ...others] = blocks
  if (kind === 'add') return [...blocks, randomBlock(dice, word)]
  if (kind === 'add-two') return [...blocks, randomBlock(dice, word), randomParagraph(dice + 1)]
  if (!first) return []
  switch (kind) {
    case 'remove':
      return others
    case 'replace':
      return [randomBlock(dice, word), ...others]
    case 'split':
      return [...(splitIn(prose, first) ?? [first]), ...others]
    default:
      return [within(prose, first, kind, word), ...others]
  }
}

function splitIn(prose: Prose, block: Block): Block[] | null {
  const [only, ...more] = block.type === 'paragraph' ? (block.content ?? []) : []
  if (only?.type !== 'text' || more.length > 0) return null
  const words = only.text.split(' ')
  if (words.length < 2) return null
  const at = 1 + prose.number(words.length - 1)
  return [words.slice(0, at), words.slice(at)].map(part => ({
    type: 'paragraph',
    content: [{ ...only, text: part.join(' ') }],
  }))
}

type Changeable = { type: Node['type']; attrs?: unknown; content?: Changeable[]; text?: string; marks?: unknown[] }

/** The block with one thing changed somewhere inside it. */
function within(prose: Prose, block: Block, kind: Edit['kind'], word: string): Block {
  const copy: Block & Changeable = structuredClone(block)
  if (kind.startsWith('part-')) changeParts(prose, copy, kind, word)
  else if (kind.startsWith('column-')) changeColumns(prose, copy, kind, word)
  else if (kind === 'attrs') changeAttrs(prose, copy)
  else changeWords(prose, copy, kind, word)
  return copy
}

function textsIn(node: Changeable): Changeable[] {
  return node.type === 'text' ? [node] : (node.content ?? []).flatMap(textsIn)
}

function changeWords(prose: Prose, block: Changeable, kind: Edit['kind'], word: string): void {
  const texts = textsIn(block).filter(({ text }) => text?.trim())
  if (texts.length === 0) return
  const node = prose.pick(texts)
  const words = (node.text ?? '').split(' ')
  const at = prose.number(words.length)
  if (kind === 'word') words.splice(at, prose.number(2), word)
  else if (kind === 'sentence') words.push(...`Then ask about ${word}.`.split(' '))
  else if (kind === 'cut-words' && words.length > 3) words.splice(at, 2)
  else if (kind === 'mark' && block.type !== 'codeBlock') node.marks = node.marks ? [] : [{ type: 'bold' }]
  node.text = words.join(' ').trim() || word
}

/** The list items or table rows inside a block, for as long as one stays. */
function changeParts(prose: Prose, block: Changeable, kind: Edit['kind'], word: string): void {
  const holder = block.type === 'steps' ? block.content?.[0] : block
  const parts = holder?.content
  if (!holder || !parts || !['bulletList', 'orderedList', 'table'].includes(holder.type)) return
  const first = holder.type === 'table' ? 1 : 0
  const at = first + prose.number(Math.max(1, parts.length - first))
  const part = parts[at]
  if (!part) return
  if (kind === 'part-add') {
    const fresh = structuredClone(part)
    for (const node of textsIn(fresh)) node.text = randomPhrase(prose)
    const [text] = textsIn(fresh)
    if (text) text.text += ` ${word}`
    parts.splice(at + 1, 0, fresh)
  } else if (parts.length > first + 1) {
    parts.splice(at, 1)
    if (kind === 'part-move') parts.splice(first + prose.number(parts.length - first + 1), 0, part)
  }
}

function changeColumns(prose: Prose, block: Changeable, kind: Edit['kind'], word: string): void {
  if (block.type !== 'table') return
  const at = prose.number(block.content?.[0]?.content?.length ?? 1)
  for (const [index, { content: cells = [] }] of (block.content ?? []).entries()) {
    const cell = structuredClone(cells[at])
    if (kind === 'column-add' && cell) {
      cell.content = [{ type: 'text', text: index === 0 ? `About ${word}` : randomPhrase(prose) }]
      cells.splice(at + 1, 0, cell)
    } else if (kind === 'column-remove' && cells.length > 1) cells.splice(at, 1)
  }
}

function changeAttrs(prose: Prose, block: Changeable): void {
  if (block.type === 'heading') block.attrs = { level: prose.pick([2, 3, 4]) }
  if (block.type === 'callout') block.attrs = { kind: prose.pick(['info', 'important', 'warning']) }
  if (block.type === 'orderedList') block.attrs = { start: 1 + prose.number(3) }
}
