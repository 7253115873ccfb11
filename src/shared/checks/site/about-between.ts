import type { Entry } from '../../content/index.ts'
import { type About, aboutOf, quotedIn } from '../about.ts'
import type { SiteProblem } from './run-site.ts'

/**
 * The words that a problem between pages is about: those of its own page, those that were held against them, and whose
 * these are. Where any of that changes, somebody has to look again.
 */
export function aboutBetween(problem: SiteProblem, entry: Entry): About {
  const { field, words, within } = aboutOf(problem, entry)
  const others = problem.others.map(({ fields }) => fields.id).toSorted()
  return { field, words, within: [within, quotedIn(problem.message), ...others].join(' ↔ ') }
}
