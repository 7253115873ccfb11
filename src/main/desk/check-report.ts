import { type Judged, locator, type Problem } from '../../shared/checks/index.ts'
import type { ParsedEntry } from '../../shared/content/index.ts'
import type { FileReport, ProblemReport } from '../command-line/index.ts'

/** One file's problems as they are printed, in the order in which they stand in it; those that were let be apart. */
export function reportOf(
  path: string,
  text: string,
  parsed: Pick<ParsedEntry, 'entry' | 'body' | 'places' | 'bodyOffset'>,
  judged: Judged,
): FileReport {
  const locate = locator(parsed, text)
  const report = (problem: Problem): ProblemReport => {
    const { rule, severity, wcag, message, fix } = problem
    return { rule, severity, wcag, message, ...locate(problem), fixable: fix !== undefined }
  }
  const dismissed = judged.dismissed.map(({ problem, dismissal: { reason, by, at, until } }) => {
    return { ...report(problem), dismissed: { reason, by: by.name, at, until } }
  })
  return { path, problems: inPlace(judged.problems.map(report)), dismissed: inPlace(dismissed) }
}

export function inPlace<T extends ProblemReport>(problems: readonly T[]): T[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
}
