import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { problemWanted } from '../../desk/problem-wanted.ts'
import type { PageProblems } from '../checks/page-problems.ts'
import { showFinding } from '../preview/show-finding.ts'
import type { ProblemWalk } from './use-problem-walk.ts'

/** Goes to the words of a problem that somebody chose in another place, as soon as the checks have found it here. */
export function useWantedProblem(id: string, editor: Editor, problems: PageProblems | null, walk: ProblemWalk): void {
  useEffect(() => {
    if (problems === null) return
    const look = () => {
      const wanted = problemWanted.get()
      if (wanted?.id !== id) return
      const { items, status } = problems.list.get()
      if ('place' in wanted) {
        if (status === 'checking') return
        problemWanted.set(null)
        showFinding(editor, wanted)
        return
      }
      const found = items.find(({ problem }) => problem.rule === wanted.rule && problem.message === wanted.message)
      if (found === undefined) return
      problemWanted.set(null)
      walk.show(found)
    }
    look()
    return problems.list.subscribe(look)
  }, [id, editor, problems, walk])
  // Whoever leaves the page does not want it any more.
  useEffect(
    () => () => {
      if (problemWanted.get()?.id === id) problemWanted.set(null)
    },
    [id],
  )
}
