import type { Node as EditorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Place, Problem } from '../../../shared/checks/rule.ts'
import { type Doc, type Positions, positionsIn } from '../../../shared/content/index.ts'
import { knownAgain, looksOf, type Marked, redrawn } from './drawn-marks.ts'
import { isPrompt } from './is-prompt.ts'
import { drawWordMarks, wordMarks } from './word-marks.ts'

/**
 * The problems in the text: where each one stands now, and the wavy lines under its words. Between two rounds of checks
 * the marks move with the words; a round that was asked for some keystrokes ago is carried over what was typed since. One
 * after which the marks are what they were, as after nearly every key, touches nothing in the text.
 */

export interface PlacedProblem {
  /** Stays the same from round to round for the same trouble, so that lists keep their place. */
  id: string
  problem: Problem
  /** Where it stands; null for a problem of a field (title, summary, owner…) or of the page as a whole. */
  range: { from: number; to: number; whole: boolean } | null
}

type Placed = PlacedProblem & Marked

interface Shown {
  /** Written in its place where no block's line changes: a transaction would have the whole page looked over to see what it changed. */
  problems: readonly Placed[]
  /** The lines around whole blocks. */
  decorations: DecorationSet
}

interface ProblemsState extends Shown {
  /** What shows nowhere in the text, and is written in its place for the same reason. */
  round: Round
}

interface Round {
  /** The document that the round under way is about, with what was changed since. */
  asked: Asked | null
  /** The one that the last round saw. */
  seen: EditorNode | null
  /** Whether something was found in the word that is being typed, and is not told yet. */
  heldBack: boolean
}

interface Asked {
  doc: Doc
  since: Mapping
}

const problemsKey = new PluginKey<ProblemsState>('problems')

const nothing: Shown = { problems: [], decorations: DecorationSet.empty }

export function problemsPlugin(): Plugin<ProblemsState> {
  return new Plugin<ProblemsState>({
    key: problemsKey,
    state: {
      init: () => ({ ...nothing, round: { asked: null, seen: null, heldBack: false } }),
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
    view: view => wordMarks(view, () => problemsOf(view.state).problems),
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
  const { heldBack, ...found } = shownOf(problems, asked, now, state, isTyping)
  now.round.heldBack = heldBack
  if (found.decorations === now.decorations) {
    now.problems = found.problems
    drawWordMarks(view)
  } else view.dispatch(state.tr.setMeta(problemsKey, found).setMeta('addToHistory', false))
}

/** `upToDate` is false as soon as a word was changed after the check: its fixes then have to be asked for again. */
export function problemsOf(state: EditorState): Shown & { upToDate: boolean; heldBack: boolean } {
  const { round, ...shown } = problemsKey.getState(state) ?? { ...nothing, round: null }
  return { ...shown, upToDate: round?.seen === state.doc, heldBack: round?.heldBack ?? false }
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

function shownOf(
  found: readonly Problem[],
  asked: Asked,
  before: Shown,
  state: EditorState,
  isTyping: boolean,
): Shown & Pick<Round, 'heldBack'> {
  const positionOf = positionsIn(asked.doc)
  const all = found.flatMap(problem => place(problem, asked.since, positionOf))
  const told = isTyping ? all.filter(placed => !isBeingTyped(placed, state)) : all
  const problems = inReadingOrder(withIds(told)).map((placed): Placed => {
    return {
      ...placed,
      looks: looksOf(placed.range, isPrompt(placed.problem) ? 'notice' : placed.problem.severity, state.doc),
      mark: {},
    }
  })
  return {
    problems: knownAgain(before.problems, problems),
    heldBack: told.length < all.length,
    decorations: redrawn(before.decorations, problems, state.doc),
  }
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

/** What a problem is called, for as long as there is that problem: its names are made once. */
const named = new WeakMap<Problem, { name: string; ids: string[] }>()

function withIds(placed: readonly Omit<PlacedProblem, 'id'>[]): PlacedProblem[] {
  const seen = new Map<string, number>()
  return placed.map(one => {
    const { name, ids } = namesOf(one.problem)
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    ids[times] ??= `${name}:${times}`
    return { ...one, id: ids[times] }
  })
}

function namesOf(problem: Problem): { name: string; ids: string[] } {
  const before = named.get(problem)
  if (before !== undefined) return before
  const names = { name: `${problem.rule}:${problem.field}:${problem.message}`, ids: [] }
  named.set(problem, names)
  return names
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
