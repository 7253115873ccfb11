import type { Node as EditorNode } from '@tiptap/pm/model'
import { Decoration, type DecorationSet } from '@tiptap/pm/view'
import type { Problem } from '../../../shared/checks/rule.ts'
import { changedPart } from './changed-part.ts'

/** How a problem is marked in the text: wavy lines under its words, or a line around its block. */
export interface Looks {
  name: string
  /** So much of the range on each side is no words: the edges of a whole block. */
  edge: 0 | 1
  draw(from: number, to: number): Decoration
}

export interface Marked {
  range: { from: number; to: number; whole: boolean } | null
  /** Null where nothing is marked. */
  looks: Looks | null
}

const known = new Map<string, Looks>()

/** Each way to mark is one object, so that two marks are compared without a look at their words. */
function looksNamed(kind: 'inline' | 'words' | 'wholeWords' | 'block', severity: Problem['severity']): Looks {
  const name = `${kind} ${severity}`
  const before = known.get(name)
  if (before !== undefined) return before
  const ofWords = { class: `problem problem-${severity}` }
  const ofBlock = { class: `problem-block problem-block-${severity}` }
  const draw: Record<typeof kind, Looks['draw']> = {
    inline: (from, to) => Decoration.inline(from, to, ofWords, { looks: name }),
    words: (from, to) => Decoration.inline(from, to, { nodeName: 'mark', ...ofWords }, { looks: name }),
    wholeWords: (from, to) => Decoration.inline(from, to, { nodeName: 'mark', ...ofWords }, { looks: name }),
    block: (from, to) => Decoration.node(from, to, ofBlock, { looks: name }),
  }
  const looks: Looks = { name, edge: kind === 'wholeWords' ? 1 : 0, draw: draw[kind] }
  known.set(name, looks)
  return looks
}

export function looksOf(range: Marked['range'], severity: Problem['severity'], doc: EditorNode): Looks | null {
  if (range === null || range.to <= range.from) return null
  const node = range.whole ? doc.nodeAt(range.from) : null
  if (node === null) return looksNamed('words', severity)
  if (node.isInline) return looksNamed('inline', severity)
  return looksNamed(node.isTextblock && node.content.size > 0 ? 'wholeWords' : 'block', severity)
}

interface Mark {
  from: number
  to: number
  looks: Looks
}

/**
 * The marks of `wanted`, where those of `had` were drawn. Only what differs is drawn anew: after a key that is one or none of
 * hundreds, and then the very same set is the answer. Where a mark was lost on the way, all are looked at.
 */
export function redrawn(
  before: DecorationSet,
  had: readonly Marked[],
  wanted: readonly Marked[],
  doc: EditorNode,
): DecorationSet {
  const drawn = before.find()
  const [old, now] = [marksOf(had), marksOf(wanted)]
  if (drawn.length !== old.length) return exchanged(before, drawn, now, doc)
  const { at, out, put } = changedPart(old, now, isSame)
  if (out === 0 && put.length === 0) return before
  const gone = counted(old.slice(at, at + out).map(nameOf))
  return exchanged(
    before,
    drawn.filter(({ from, to, spec }) => take(gone, `${from} ${to} ${spec.looks}`)),
    put,
    doc,
  )
}

/** Takes these marks out and puts those in; what is among both stays. */
function exchanged(
  set: DecorationSet,
  out: readonly Decoration[],
  put: readonly Mark[],
  doc: EditorNode,
): DecorationSet {
  const wanted = counted(put.map(nameOf))
  const gone = out.filter(({ from, to, spec }) => !take(wanted, `${from} ${to} ${spec.looks}`))
  const added = put.filter(mark => take(wanted, nameOf(mark))).map(({ from, to, looks }) => looks.draw(from, to))
  const kept = gone.length > 0 ? set.remove(gone) : set
  return added.length > 0 ? kept.add(doc, added) : kept
}

function marksOf(list: readonly Marked[]): Mark[] {
  return list.flatMap(({ range, looks }) =>
    range === null || looks === null ? [] : [{ from: range.from + looks.edge, to: range.to - looks.edge, looks }],
  )
}

function isSame(one: Mark, other: Mark): boolean {
  return one.from === other.from && one.to === other.to && one.looks === other.looks
}

function nameOf({ from, to, looks }: Mark): string {
  return `${from} ${to} ${looks.name}`
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Takes one of this name, where one is left. */
function take(counts: Map<string, number>, name: string): boolean {
  const count = counts.get(name) ?? 0
  if (count > 0) counts.set(name, count - 1)
  return count > 0
}
