import type { Editor } from '@tiptap/core'
import { type About, aboutOf } from '../../../shared/checks/about.ts'
import { fixAll } from '../../../shared/checks/fix-all.ts'
import type { Judged } from '../../../shared/checks/judge.ts'
import { asItComes, mayBeDismissed } from '../../../shared/checks/policy.ts'
import type { Doc, Entry } from '../../../shared/content/index.ts'
import { type ValueStore, valueStore } from '../../state/value-store.ts'
import { applyEdits } from '../document/apply-edits.ts'
import { followCursor } from '../document/follow-cursor.ts'
import { replaceDocument } from '../document/replace-document.ts'
import { showRange } from '../document/show-range.ts'
import { writtenDoc } from '../document/written-doc.ts'
import type { WhenIdle } from '../session/browser-clock.ts'
import type { Clock } from '../session/draft-journal.ts'
import type { Told } from './check-messages.ts'
import { startChecks } from './checks-in-worker.ts'
import { createLatestOnly } from './latest-only.ts'
import { askForChecks, type PlacedProblem, problemsOf, showProblems } from './problems-plugin.ts'
import { countWords } from './severity-words.ts'
import { nextProblem, problemAt } from './walk-problems.ts'

export interface ProblemList {
  items: readonly PlacedProblem[]
  /** What would be a problem here, had nobody let it be. */
  dismissed: Judged['dismissed']
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
  tell(told: Told): void
  /** Whether this is a problem that a person may let be on this page. */
  mayDismiss(placed: PlacedProblem): boolean
  /** What a problem is about, by the words as they are now; null where it is there no more. */
  aboutOf(id: string): Promise<About | null>
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
  whenIdle: WhenIdle
}): PageProblems {
  const { editor, entryOf, announce, clock, whenIdle } = options
  const worker = startChecks()
  const list = valueStore<ProblemList>({ items: [], dismissed: [], status: 'checking' })
  const here = valueStore<string | null>(null)
  let policy = asItComes
  let walkedTo: string | null = null
  let saidCount: string | null = null
  let stopQuiet: (() => void) | null = null
  /** What is to stand beside the text, and is not drawn yet. */
  let toDraw: ProblemList | null = null
  let isTyping = false

  const rounds = createLatestOnly({
    take() {
      const doc = writtenDoc(editor.state.doc)
      askForChecks(editor.state, doc)
      return entryOf(doc)
    },
    run: entry => worker.check(entry),
    show({ problems, dismissed }) {
      if (editor.isDestroyed) return
      showProblems(editor.view, problems, isTyping)
      drawList({ items: problemsOf(editor.state).problems, dismissed, status: 'checked' })
      sayCountWhenQuiet()
    },
    failed() {
      toDraw = null
      list.set(now => ({ ...now, status: 'failed' }))
    },
    pause,
    clock,
  })

  /** The marks are in the text already. To draw what stands beside it takes longer than a key may wait. */
  function drawList(found: ProblemList): void {
    const isAsked = toDraw !== null
    toDraw = found
    if (!isTyping) drawNow()
    else if (!isAsked) whenIdle(drawNow)
  }

  function drawNow(): void {
    const found = toDraw
    toDraw = null
    if (found === null) return
    list.set(now => renewed(now, found))
    lookHere()
  }

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
      const words = countWords(problemsOf(editor.state).problems)
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
    showRange(editor, range)
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
    tell(told) {
      if (told.kind === 'terms') policy = told.terms.policy
      worker.tell(told)
      rounds.changed()
    },
    mayDismiss: ({ problem }) => mayBeDismissed(problem, policy),
    async aboutOf(id) {
      if (!problemsOf(editor.state).upToDate) await rounds.now()
      const found = problemsOf(editor.state).upToDate ? current(id) : null
      return found && aboutOf(found.problem, entryOf(writtenDoc(editor.state.doc)))
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
      const fixed = await fixAll(
        editor.getJSON() as Doc,
        rule,
        async now => (await worker.check(entryOf(now))).problems,
      )
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
      toDraw = null
      rounds.stop()
      worker.stop()
    },
  }
}

/** The same list where nothing on it reads differently: while somebody types, that is nearly always so. */
function renewed(now: ProblemList, next: ProblemList): ProblemList {
  const same =
    now.status === next.status &&
    now.items.length === next.items.length &&
    now.items.every((item, index) => readsTheSameAs(item, next.items[index])) &&
    now.dismissed.map(idOfDismissed).join() === next.dismissed.map(idOfDismissed).join()
  return same ? now : next
}

const idOfDismissed = ({ dismissal }: ProblemList['dismissed'][number]): string => dismissal.id

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
