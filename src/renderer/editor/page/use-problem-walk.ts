import type { Editor } from '@tiptap/react'
import { useMemo } from 'react'
import { isOneOfMany } from '../../../shared/checks/fix-all.ts'
import { fixedWords } from '../../../shared/checks/fixed-words.ts'
import { shortcutOf } from '../../commands/index.ts'
import { onMac } from '../../state/platform.ts'
import { announce } from '../../ui/announce.tsx'
import { keysOf } from '../../words/shortcuts.ts'
import type { PageProblems } from '../checks/page-problems.ts'
import type { PlacedProblem } from '../checks/problems-plugin.ts'
import { problemWords } from '../checks/severity-words.ts'
import { summaryFieldId, titleFieldId } from './title-fields.tsx'

/** What can be done with problems, from the list and from the keys. The functions stay the same from key to key. */
export interface ProblemWalk {
  show(placed: PlacedProblem): void
  fix(placed: PlacedProblem): void
  fixHere(): void
  /** Mends all of a problem's kind on the page. */
  fixAll(placed: PlacedProblem): void
  fixAllHere(): void
  walk(step: 1 | -1): void
}

const fieldIds = new Map([
  ['title', titleFieldId],
  ['summary', summaryFieldId],
])

export function useProblemWalk(
  editor: Editor,
  problems: PageProblems | null,
  /** Opens the tab where a problem is told, or where the field stands that it is about. */
  toTab: (tab: 'problems' | 'details') => void,
): ProblemWalk {
  return useMemo(() => {
    const goTo = (placed: PlacedProblem) => {
      if (problems?.show(placed) || placed.problem.field === 'body') return
      const field = fieldIds.get(placed.problem.field)
      if (field === undefined) toTab('details')
      else document.getElementById(field)?.focus()
    }
    const fix = async (placed: PlacedProblem) => {
      const done = await problems?.fix(placed.id)
      announce(
        done ? `Done: ${placed.problem.fix?.label ?? ''}.` : 'The words have changed. Look at this problem again.',
      )
      editor.commands.focus()
    }
    const fixAll = async ({ id, problem }: PlacedProblem) => {
      const count = isOneOfMany(problem) ? ((await problems?.fixAll(id)) ?? 0) : 0
      const done = `${fixedWords(problem.rule, count)}. Undo takes it back.`
      announce(count === 0 ? 'Nothing here can be mended all at once.' : done)
      editor.commands.focus()
    }
    const fixAllHere = async () => {
      const placed = (await problems?.atCursor()) ?? null
      if (placed === null) announce('The cursor is in no problem.')
      else await fixAll(placed)
    }
    const fixHere = async () => {
      const placed = (await problems?.atCursor()) ?? null
      if (placed?.problem.fix !== undefined) await fix(placed)
      else announce(placed === null ? 'The cursor is in no problem.' : 'This problem has to be mended by hand.')
    }
    return {
      show(placed) {
        goTo(placed)
        announce(problemWords(placed, fixKeys()))
      },
      fix: placed => void fix(placed),
      fixHere: () => void fixHere(),
      fixAll: placed => void fixAll(placed),
      fixAllHere: () => void fixAllHere(),
      walk(step) {
        toTab('problems')
        const placed = problems?.next(step) ?? null
        if (placed !== null) goTo(placed)
        announce(placed === null ? 'No problems found.' : problemWords(placed, fixKeys()))
      },
    }
  }, [editor, problems, toTab])
}

/** The keys of the one-key fix, as a screen reader has to say them. */
function fixKeys(): string {
  return keysOf(shortcutOf('fix-problem') ?? 'Mod+.', onMac)
    .map(key => (key === '.' ? 'full stop' : key))
    .join(' ')
}
