import type { Node as EditorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Place, Problem } from '../../../shared/checks/rule.ts'
import { type Doc, type Positions, positionsIn } from '../../../shared/content/index.ts'

/**
 * The problems in the text: where each one stands now, and the wavy lines under its words. Between two rounds of checks
 * the marks move with the words; a round that was asked for some keystrokes ago is carried over what was typed since. One
 * that finds what stands there already, as after nearly every key, changes nothing.
 */

export interface PlacedProblem {
  /** Stays the same from round to round for the same trouble, so that lists keep their place. */
  id: string
  problem: Problem
  /** Where it stands; null for a problem of a field (title, summary, owner…) or of the page as a whole. */
  range: { from: number; to: number; whole: boolean } | null
}

/** What is shown of them. */
interface Shown {
  problems: readonly PlacedProblem[]
  decorations: DecorationSet
  /** Whether something was found in the word that is being typed, and is not told yet. */
  heldBack: boolean
}

interface ProblemsState extends Shown {
  /**
   * The document that the round under way is about, with what was changed since, and the one that the last round saw. It is
   * written in its place, for it shows nowhere: a transaction would have the whole page looked over to see what it changed.
   */
  round: { asked: Asked | null; seen: EditorNode | null }
}

interface Asked {
  doc: Doc
  since: Mapping
}

const problemsKey = new PluginKey<ProblemsState>('problems')

const nothing: Shown = { problems: [], decorations: DecorationSet.empty, heldBack: false }

export function problemsPlugin(): Plugin<ProblemsState> {
  return new Plugin<ProblemsState>({
    key: problemsKey,
    state: {
      init: () => ({ ...nothing, round: { asked: null, seen: null } }),
      apply(tr, before) {
        const found: Shown | undefined = tr.getMeta(problemsKey)
        return { ...(tr.docChanged ? moveAlong(before, tr) : before), ...found }
      },
    },
    props: {
      decorations(state) {
        return problemsKey.getState(state)?.decorations ?? DecorationSet.empty
      },
    },
  })
}

/** Says which document the next round of checks is about: what the editor holds now. */
export function askForChecks(state: EditorState, doc: Doc): void {
  const now = problemsKey.getState(state)
  if (now !== undefined) now.round.asked = { doc, since: new Mapping() }
}

/**
 * Shows what was found in the document that was asked about last. While somebody types, what is found in the word before the
 * cursor waits: half a word is no mistake yet.
 */
export function showProblems(view: EditorView, problems: readonly Problem[], isTyping = false): void {
  const { state } = view
  const now = problemsKey.getState(state)
  const asked = now?.round.asked
  if (now === undefined || asked === null || asked === undefined) return
  now.round.asked = null
  if (asked.since.maps.length === 0) now.round.seen = state.doc
  const found = shownOf(problems, asked, now, state, isTyping)
  if (!isAsBefore(now, found)) view.dispatch(state.tr.setMeta(problemsKey, found).setMeta('addToHistory', false))
}

/** `upToDate` is false as soon as a word was changed after the check: its fixes then have to be asked for again. */
export function problemsOf(state: EditorState): Shown & { upToDate: boolean } {
  const { round, ...shown } = problemsKey.getState(state) ?? { ...nothing, round: null }
  return { ...shown, upToDate: round?.seen === state.doc }
}

/** Whether a problem is of words that end where the cursor is, with no space or mark after them. */
function isBeingTyped({ range }: Pick<PlacedProblem, 'range'>, { selection, doc }: EditorState): boolean {
  if (range === null || range.whole || !selection.empty || range.to !== selection.from) return false
  return /[\p{L}\p{N}]$/u.test(doc.textBetween(range.from, range.to, ' '))
}

function moveAlong(before: ProblemsState, tr: Transaction): ProblemsState {
  before.round.asked?.since.appendMapping(tr.mapping)
  return {
    ...before,
    decorations: before.decorations.map(tr.mapping, tr.doc),
    problems: before.problems.flatMap(placed => {
      if (placed.range === null) return [placed]
      const from = tr.mapping.map(placed.range.from, 1)
      const to = tr.mapping.map(placed.range.to, -1)
      return to > from ? [{ ...placed, range: { ...placed.range, from, to } }] : []
    }),
  }
}

function shownOf(found: readonly Problem[], asked: Asked, before: Shown, state: EditorState, isTyping: boolean): Shown {
  const positionOf = positionsIn(asked.doc)
  const all = found.flatMap(problem => place(problem, asked.since, positionOf))
  const told = isTyping ? all.filter(placed => !isBeingTyped(placed, state)) : all
  const problems = inReadingOrder(withIds(told))
  return {
    problems,
    heldBack: told.length < all.length,
    decorations: renewed(
      before.decorations,
      problems.flatMap(placed => decorationsOf(placed, state)),
      state,
    ),
  }
}

function isAsBefore(before: Shown, now: Shown): boolean {
  return (
    before.heldBack === now.heldBack &&
    before.decorations === now.decorations &&
    before.problems.length === now.problems.length &&
    before.problems.every((one, at) => isSamePlaced(one, now.problems[at]))
  )
}

function isSamePlaced(one: PlacedProblem, other: PlacedProblem | undefined): boolean {
  return (
    one.id === other?.id &&
    one.problem === other.problem &&
    one.range?.from === other.range?.from &&
    one.range?.to === other.range?.to
  )
}

function place(
  problem: Problem,
  since: Mapping,
  positionOf: (place: Place) => Positions | null,
): Omit<PlacedProblem, 'id'>[] {
  if (problem.field !== 'body' || problem.place.path.length === 0) return [{ problem, range: null }]
  const range = positionOf(problem.place)
  if (range === null) return []
  const from = since.map(range.from, 1)
  const to = since.map(range.to, -1)
  // What was deleted meanwhile is no problem any more.
  if (to <= from && range.to > range.from) return []
  return [{ problem, range: { from, to, whole: problem.place.start === undefined } }]
}

function withIds(placed: readonly Omit<PlacedProblem, 'id'>[]): PlacedProblem[] {
  const seen = new Map<string, number>()
  return placed.map(one => {
    const name = `${one.problem.rule}:${one.problem.field}:${one.problem.message}`
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    return { ...one, id: `${name}:${times}` }
  })
}

const fieldsAbove = ['title', 'summary']

/** Title and summary stand above the text, the other fields below everything. */
function inReadingOrder(problems: readonly PlacedProblem[]): PlacedProblem[] {
  const rank = ({ problem, range }: PlacedProblem) => {
    if (range !== null || problem.field === 'body') return [1, range?.from ?? -1] as const
    const above = fieldsAbove.indexOf(problem.field)
    return above === -1 ? ([2, 0] as const) : ([0, above] as const)
  }
  return [...problems].sort((a, b) => {
    const [groupA, placeA] = rank(a)
    const [groupB, placeB] = rank(b)
    return groupA - groupB || placeA - placeB
  })
}

/** Only the marks that differ are drawn anew: after a key that is one or none of hundreds. */
function renewed(before: DecorationSet, wanted: readonly Decoration[], { doc }: EditorState): DecorationSet {
  const left = new Map<string, number>()
  for (const mark of wanted) left.set(nameOf(mark), (left.get(nameOf(mark)) ?? 0) + 1)
  const gone = before.find().filter(mark => !taken(left, mark))
  const added = wanted.filter(mark => taken(left, mark))
  const kept = gone.length > 0 ? before.remove(gone) : before
  return added.length > 0 ? kept.add(doc, added) : kept
}

/** Takes one of these marks, where one is left. */
function taken(left: Map<string, number>, mark: Decoration): boolean {
  const count = left.get(nameOf(mark)) ?? 0
  if (count > 0) left.set(nameOf(mark), count - 1)
  return count > 0
}

function nameOf({ from, to, spec }: Decoration): string {
  return `${from} ${to} ${spec.looks}`
}

function decorationsOf({ problem, range }: PlacedProblem, state: EditorState): Decoration[] {
  if (range === null || range.to <= range.from) return []
  const looks = `problem problem-${problem.severity}`
  const node = range.whole ? state.doc.nodeAt(range.from) : null
  if (node?.isInline) {
    return [Decoration.inline(range.from, range.to, { class: looks }, { looks: `inline ${looks}` })]
  }
  if (node === null || (node.isTextblock && node.content.size > 0)) {
    const edge = node === null ? 0 : 1
    return [Decoration.inline(range.from + edge, range.to - edge, { nodeName: 'mark', class: looks }, { looks })]
  }
  const ofBlock = `problem-block problem-block-${problem.severity}`
  return [Decoration.node(range.from, range.to, { class: ofBlock }, { looks: ofBlock })]
}
