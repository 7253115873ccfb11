import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { fixAll } from '../../../shared/checks/fix-all.ts'
import type { CheckFacts } from '../../../shared/checks/rule.ts'
import type { Doc, Entry } from '../../../shared/content/index.ts'
import { type ValueStore, valueStore } from '../../state/value-store.ts'
import { applyEdits } from '../document/apply-edits.ts'
import { followCursor } from '../document/follow-cursor.ts'
import { replaceDocument } from '../document/replace-document.ts'
import { writtenDoc } from '../document/written-doc.ts'
import type { Clock } from '../session/draft-journal.ts'
import { startChecks } from './checks-in-worker.ts'
import { createLatestOnly } from './latest-only.ts'
import { askedForChecks, foundProblems, type PlacedProblem, problemsOf } from './problems-plugin.ts'
import { countWords } from './severity-words.ts'
import { nextProblem, problemAt } from './walk-problems.ts'

export interface ProblemList {
  items: readonly PlacedProblem[]
  /** `failed`: the checks broke, and are tried again with the next word. */
  status: 'checking' | 'checked' | 'failed'
}

/** The problems of the page on screen: found beside the typing, walked through, shown and mended. */
export interface PageProblems {
  list: ValueStore<ProblemList>
  /** The problem whose words hold the cursor. */
  here: ValueStore<string | null>
  changed(): void
  moved(): void
  /** The problem at the cursor as the person sees it at this instant, found again when words have changed since. */
  atCursor(): Promise<PlacedProblem | null>
  setFacts(facts: CheckFacts): void
  /** Selects the words of a problem; answers false for one that stands in no words. */
  show(placed: PlacedProblem): boolean
  /** The next one in reading order, which is then where the walk stands; it is not shown by that. */
  next(step: 1 | -1): PlacedProblem | null
  /** Mends every safe case of the same kind on the page, as one undo step; answers how many. */
  fixAll(id: string): Promise<number>
  /** Mends what the problem's fix can mend, as one undo step; answers whether it did. */
  fix(id: string): Promise<boolean>
  stop(): void
}

/** What a key costs on this thread is next to nothing, so it is only waited for the next one. */
const pause = 100
/** Counts are said when nobody has typed for this long. */
const quiet = 2_000

export function createPageProblems(options: {
  editor: Editor
  entryOf(doc: Doc): Entry
  announce(words: string): void
  clock: Clock
}): PageProblems {
  const { editor, entryOf, announce, clock } = options
  const worker = startChecks()
  const list = valueStore<ProblemList>({ items: [], status: 'checking' })
  const here = valueStore<string | null>(null)
  let walkedTo: string | null = null
  let saidCount: string | null = null
  let stopQuiet: (() => void) | null = null
  let isTyping = false

  const rounds = createLatestOnly({
    take() {
      const doc = writtenDoc(editor.state.doc)
      editor.view.dispatch(askedForChecks(editor.state.tr, doc))
      return entryOf(doc)
    },
    run: entry => worker.check(entry),
    show(problems) {
      if (editor.isDestroyed) return
      editor.view.dispatch(foundProblems(editor.state.tr, problems, isTyping))
      list.set(now => renewed(now, problemsOf(editor.state).problems))
      lookHere()
      sayCountWhenQuiet()
    },
    failed() {
      list.set(now => ({ ...now, status: 'failed' }))
    },
    pause,
    clock,
  })

  function lookHere(): void {
    here.set(problemAt(problemsOf(editor.state).problems, editor.state.selection.from)?.id ?? null)
  }

  function sayCountWhenQuiet(): void {
    stopQuiet?.()
    stopQuiet = clock.after(quiet, () => {
      isTyping = false
      if (problemsOf(editor.state).heldBack) {
        void rounds.now()
        return
      }
      const words = countWords(list.get().items)
      // The first count is on screen and in the tab's name; only a change is news.
      if (saidCount !== null && words !== saidCount) announce(words)
      saidCount = words
    })
  }

  /** What is found now, in the word before the cursor too: somebody asks. */
  async function lookAtAll(): Promise<void> {
    isTyping = false
    const { upToDate, heldBack } = problemsOf(editor.state)
    if (!upToDate || heldBack) await rounds.now()
  }

  function current(id: string): PlacedProblem | null {
    return problemsOf(editor.state).problems.find(placed => placed.id === id) ?? null
  }

  function show(placed: PlacedProblem): boolean {
    const range = current(placed.id)?.range ?? null
    if (range === null) return false
    editor.view.dispatch(editor.state.tr.setSelection(selectionOf(editor, range)).scrollIntoView())
    editor.commands.focus()
    walkedTo = placed.id
    here.set(placed.id)
    return true
  }

  return {
    list,
    here,
    changed() {
      isTyping = true
      stopQuiet?.()
      rounds.changed()
    },
    moved: lookHere,
    async atCursor() {
      const moved = followCursor(editor.view)
      await lookAtAll()
      // A walk may stand at a problem that the cursor can't be put into.
      if (moved || here.get() === null) lookHere()
      return here.get() === null ? null : current(here.get() ?? '')
    },
    setFacts(facts) {
      worker.setFacts(facts)
      rounds.changed()
    },
    show,
    next(step) {
      const { problems } = problemsOf(editor.state)
      const from = { current: here.get() === walkedTo ? walkedTo : null, position: editor.state.selection.from }
      const found = nextProblem(problems, from, step)
      if (found !== null) {
        walkedTo = found.id
        here.set(found.id)
      }
      return found
    },
    async fixAll(id) {
      const rule = current(id)?.problem.rule
      if (rule === undefined) return 0
      const { doc } = editor.state
      const fixed = await fixAll(editor.getJSON() as Doc, rule, now => worker.check(entryOf(now)))
      // Somebody who went on writing meanwhile is not written over.
      if (fixed.count === 0 || !editor.state.doc.eq(doc)) return 0
      editor.view.dispatch(replaceDocument(editor.state, editor.schema.nodeFromJSON(fixed.doc)))
      await lookAtAll()
      return fixed.count
    },
    async fix(id) {
      // A fix is of exact words: after a change the checks look again before anything is touched.
      await lookAtAll()
      const fix = current(id)?.problem.fix
      const tr = fix === undefined || !problemsOf(editor.state).upToDate ? null : applyEdits(editor.state, fix.edits)
      if (tr === null) return false
      editor.view.dispatch(tr)
      await lookAtAll()
      return true
    },
    stop() {
      stopQuiet?.()
      rounds.stop()
      worker.stop()
    },
  }
}

/** The same list where nothing on it reads differently: while somebody types, that is nearly always so. */
function renewed(now: ProblemList, items: readonly PlacedProblem[]): ProblemList {
  const same =
    now.status === 'checked' &&
    now.items.length === items.length &&
    now.items.every((item, index) => readsTheSameAs(item, items[index]))
  return same ? now : { items, status: 'checked' }
}

function readsTheSameAs(item: PlacedProblem, other: PlacedProblem | undefined): boolean {
  return other !== undefined && readsTheSame(item, other)
}

/** Whether two problems read the same in the list; where they stand may be another place. */
export function readsTheSame(a: PlacedProblem, b: PlacedProblem): boolean {
  return (
    a.id === b.id &&
    a.problem.severity === b.problem.severity &&
    a.problem.why === b.problem.why &&
    a.problem.fix?.label === b.problem.fix?.label &&
    (a.range === null) === (b.range === null)
  )
}

function selectionOf(editor: Editor, range: NonNullable<PlacedProblem['range']>): Selection {
  const { doc } = editor.state
  const node = range.whole ? doc.nodeAt(range.from) : null
  if (node?.isAtom && !node.isText) return NodeSelection.create(doc, range.from)
  if (node !== null && !node.isText) return Selection.near(doc.resolve(range.from + 1), 1)
  return TextSelection.create(doc, range.from, range.to)
}
