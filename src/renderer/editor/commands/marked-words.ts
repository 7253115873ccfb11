import type { Mark as EditorMark, MarkType, ResolvedPos } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import type { Mark } from '../../../shared/content/index.ts'
import { markType } from './node-type.ts'

export interface MarkedWords {
  from: number
  to: number
  text: string
  attrs: Record<string, unknown>
}

/** The run of words with this mark that the cursor is in or that the selection touches. */
export function markedWordsAt(state: EditorState, name: Mark['type']): MarkedWords | null {
  const type = markType(state.schema, name)
  const { $from, from, to } = state.selection
  const mark = markNear($from, type) ?? (to > from ? markIn(state, from, to, type) : null)
  if (mark === null) return null
  const range = runOf(state, mark.pos, mark.mark)
  return { ...range, text: state.doc.textBetween(range.from, range.to), attrs: mark.mark.attrs }
}

/** The chosen words, or the word that the cursor is in. */
export function chosenWords(state: EditorState): { from: number; to: number; text: string } {
  const { from, to, empty, $from } = state.selection
  const range = empty ? wordAround($from) : { from, to }
  return { ...range, text: state.doc.textBetween(range.from, range.to, ' ') }
}

/** Puts the mark on the words, which become `text` where that is not what they are. */
export function markWords(
  range: { from: number; to: number },
  text: string,
  mark: { name: 'link' | 'lang'; attrs: Record<string, unknown> },
): Command {
  return (state, dispatch) => {
    const type = markType(state.schema, mark.name)
    if (text === '' || !state.doc.resolve(range.from).parent.type.allowsMarkType(type)) return false
    if (dispatch) {
      const tr = state.tr
      if (state.doc.textBetween(range.from, range.to) !== text) {
        const kept = state.doc
          .resolve(range.from)
          .marks()
          .filter(one => one.type !== type)
        tr.replaceWith(range.from, range.to, state.schema.text(text, kept))
      }
      const to = tr.mapping.map(range.to)
      tr.removeMark(range.from, to, type).addMark(range.from, to, type.create(mark.attrs))
      tr.setSelection(TextSelection.create(tr.doc, to)).removeStoredMark(type)
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

export function unmarkWords(name: Mark['type']): Command {
  return (state, dispatch) => {
    const here = markedWordsAt(state, name)
    if (here === null) return false
    dispatch?.(state.tr.removeMark(here.from, here.to, markType(state.schema, name)))
    return true
  }
}

interface FoundMark {
  mark: EditorMark
  /** A position right before the node that has it. */
  pos: number
}

function markNear($pos: ResolvedPos, type: MarkType): FoundMark | null {
  const after = $pos.nodeAfter && type.isInSet($pos.nodeAfter.marks)
  if (after) return { mark: after, pos: $pos.pos - $pos.textOffset }
  const before = $pos.nodeBefore
  const mark = before && type.isInSet(before.marks)
  return before && mark ? { mark, pos: $pos.pos - before.nodeSize } : null
}

function markIn(state: EditorState, from: number, to: number, type: MarkType): FoundMark | null {
  let found: FoundMark | null = null
  state.doc.nodesBetween(from, to, (node, pos) => {
    const mark = node.isInline ? type.isInSet(node.marks) : undefined
    if (mark) found ??= { mark, pos }
  })
  return found
}

/** From a node with the mark, as far as its neighbours have the very same one. */
function runOf(state: EditorState, pos: number, mark: EditorMark): { from: number; to: number } {
  const $pos = state.doc.resolve(pos)
  const siblings = $pos.parent.children
  const has = (index: number) => siblings[index] !== undefined && mark.isInSet(siblings[index].marks)
  let first = $pos.index()
  let last = first
  while (has(first - 1)) first -= 1
  while (has(last + 1)) last += 1
  const sizeUpTo = (index: number) => siblings.slice(0, index).reduce((size, node) => size + node.nodeSize, 0)
  return { from: $pos.start() + sizeUpTo(first), to: $pos.start() + sizeUpTo(last + 1) }
}

function wordAround($pos: ResolvedPos): { from: number; to: number } {
  const { parent, parentOffset } = $pos
  if (!parent.isTextblock) return { from: $pos.pos, to: $pos.pos }
  const text = parent.textBetween(0, parent.content.size, undefined, '\ufffc')
  const before = /[\p{L}\p{N}’'-]*$/u.exec(text.slice(0, parentOffset))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}’'-]*/u.exec(text.slice(parentOffset))?.[0].length ?? 0
  // At the edge of a word, somebody is about to write a new one.
  if (before === 0 || after === 0) return { from: $pos.pos, to: $pos.pos }
  return { from: $pos.pos - before, to: $pos.pos + after }
}
