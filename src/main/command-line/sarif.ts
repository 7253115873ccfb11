import type { Severity } from '../../shared/checks/rule.ts'
import type { CheckReport, DismissedReport, ProblemReport } from './desk-port.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
}

/** SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines that it is about. */
export function sarifOf({ files, notSeen }: CheckReport, version: string): string {
  const found: { path: string; problem: ProblemReport | DismissedReport }[] = files.flatMap(
    ({ path, problems, dismissed }) => [...problems, ...dismissed].map(problem => ({ path, problem })),
  )
  const ids = [...new Set(found.map(({ problem }) => problem.rule))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Signpost', semanticVersion: version, rules: ids.map(id => ruleOf(id, found)) } },
        columnKind: 'utf16CodeUnits',
        // Section 3.20.21: what a run says of itself, which is no problem of any file.
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notSeen.map(text => ({ level: 'note', message: { text } })),
          },
        ],
        results: found.map(({ path, problem }) => resultOf(path, problem, ids.indexOf(problem.rule))),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf(id: string, found: readonly { problem: ProblemReport }[]) {
  const wcag = found.find(({ problem }) => problem.rule === id)?.problem.wcag ?? []
  return { id, properties: { tags: ['accessibility', ...wcag.map(criterion => `WCAG ${criterion}`)] } }
}

function resultOf(path: string, problem: ProblemReport | DismissedReport, ruleIndex: number) {
  const { rule, severity, message, line, column, endLine, endColumn } = problem
  // Section 3.30: a region's numbers begin at 1; a problem of a whole file has none.
  const region = line < 1 ? {} : { region: { startLine: line, startColumn: column, endLine, endColumn } }
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...region } }],
    ...('dismissed' in problem && { suppressions: [suppressionOf(problem)] }),
  }
}

/** Section 3.35: somebody accepted it, outside of the text itself. Who reads a report leaves it out then. */
function suppressionOf({ dismissed: { reason, by, at, until } }: DismissedReport) {
  const properties = { by, at, ...(until !== null && { until }) }
  return { kind: 'external', status: 'accepted', justification: reason, properties }
}

function uriOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
}
