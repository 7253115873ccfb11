import type { Node as EditorNode } from '@tiptap/pm/model'
import { Decoration, type DecorationSet } from '@tiptap/pm/view'
import type { Problem } from '../../../shared/checks/rule.ts'
import { changedPart } from './changed-part.ts'

/** How a problem is marked: wavy lines under its words (`word-marks.ts` draws them), or a line around its block or picture. */
export interface Looks {
  kind: 'words' | 'block'
  severity: Problem['severity']
  /** So much of the range on each side is no words: the edges of a whole block. */
  edge: 0 | 1
}

export interface Marked {
  range: { from: number; to: number; whole: boolean } | null
  /** Null where nothing is marked. */
  looks: Looks | null
  /** Stays the same object for as long as the mark stands: what is drawn for it is kept by this. */
  mark: object
}

const known = new Map<string, Looks>()

/** Each way to mark is one object, so that two marks are compared without a look at their words. */
function looksAs(kind: Looks['kind'], edge: Looks['edge'], severity: Problem['severity']): Looks {
  const name = `${kind} ${edge} ${severity}`
  const looks = known.get(name) ?? { kind, severity, edge }
  known.set(name, looks)
  return looks
}

export function looksOf(range: Marked['range'], severity: Problem['severity'], doc: EditorNode): Looks | null {
  if (range === null || range.to <= range.from) return null
  const node = range.whole ? doc.nodeAt(range.from) : null
  if (node === null || node.isText) return looksAs('words', 0, severity)
  const isWords = node.isTextblock && node.content.size > 0
  return isWords ? looksAs('words', 1, severity) : looksAs('block', 0, severity)
}

/** Says of each mark of `now` that was among those of `had` that it is the same one. */
export function knownAgain<One extends Marked>(had: readonly Marked[], now: readonly One[]): readonly One[] {
  const { at, put, out } = changedPart<Marked>(had, now, looksTheSame)
  return now.map((one, index) => {
    if (index >= at && index < at + put.length) return one
    const before = had[index < at ? index : index - put.length + out]
    return before === undefined ? one : { ...one, mark: before.mark }
  })
}

function looksTheSame(one: Marked, other: Marked): boolean {
  return one.looks === other.looks && one.range?.from === other.range?.from && one.range?.to === other.range?.to
}

interface Block {
  from: number
  to: number
  severity: Problem['severity']
}

/**
 * The lines around blocks that `wanted` asks for. The very same set is the answer where they are drawn already, as after
 * nearly every round, and then nothing in the text is touched.
 */
export function redrawn(before: DecorationSet, wanted: readonly Marked[], doc: EditorNode): DecorationSet {
  const missing = new Map<string, Block[]>()
  for (const block of blocksOf(wanted)) missing.set(nameOf(block), [...(missing.get(nameOf(block)) ?? []), block])
  const gone = before.find().filter(({ from, to, spec }) => {
    return missing.get(nameOf({ from, to, severity: spec.severity }))?.pop() === undefined
  })
  const added = [...missing.values()].flat().map(({ from, to, severity }) => {
    return Decoration.node(from, to, { class: `problem-block problem-block-${severity}` }, { severity })
  })
  const kept = gone.length > 0 ? before.remove(gone) : before
  return added.length > 0 ? kept.add(doc, added) : kept
}

function blocksOf(list: readonly Marked[]): Block[] {
  return list.flatMap(({ range, looks }) =>
    range === null || looks?.kind !== 'block' ? [] : [{ from: range.from, to: range.to, severity: looks.severity }],
  )
}

function nameOf({ from, to, severity }: Block): string {
  return `${from} ${to} ${severity}`
}
