import { useEffect } from 'react'
import { problemWanted } from '../../desk/problem-wanted.ts'
import type { PageProblems } from '../checks/page-problems.ts'
import type { ProblemWalk } from './use-problem-walk.ts'

/** Goes to the words of a problem that somebody chose in another place, as soon as the checks have found it here. */
export function useWantedProblem(id: string, problems: PageProblems | null, walk: ProblemWalk): void {
  useEffect(() => {
    if (problems === null) return
    const look = () => {
      const wanted = problemWanted.get()
      if (wanted?.id !== id) return
      const { items } = problems.list.get()
      const found = items.find(({ problem }) => problem.rule === wanted.rule && problem.message === wanted.message)
      if (found === undefined) return
      problemWanted.set(null)
      walk.show(found)
    }
    look()
    return problems.list.subscribe(look)
  }, [id, problems, walk])
  // Whoever leaves the page does not want it any more.
  useEffect(
    () => () => {
      if (problemWanted.get()?.id === id) problemWanted.set(null)
    },
    [id],
  )
}
