import type { Severity } from '../../shared/checks/rule.ts'
import { printable } from './command.ts'
import type { DismissedReport, ProblemReport } from './desk-port.ts'
import type { GrowingReport } from './growing-report.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
}

/**
 * SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines that it is about. The results come first, for
 * they are written while the files are read: an object of JSON has no order.
 */
export function checkInSarif(version: string): GrowingReport {
  /** Every rule of which something was found, by its name: where it stands among them, and its sources. */
  const rules = new Map<string, { index: number; wcag: readonly string[] }>()
  let results = 0
  const opening = () =>
    results === 0
      ? '{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"results":['
      : ''

  function indexOf({ rule, wcag }: ProblemReport): number {
    const known = rules.get(rule)
    if (known !== undefined) return known.index
    rules.set(rule, { index: rules.size, wcag })
    return rules.size - 1
  }

  function closing(executionSuccessful: boolean, notes: readonly Notification[]): string {
    const more = {
      tool: { driver: { name: 'Signpost', semanticVersion: version, rules: [...rules].map(ruleOf) } },
      columnKind: 'utf16CodeUnits',
      // Section 3.20.21: what a run says of itself, which is no problem of any file.
      invocations: [{ executionSuccessful, toolExecutionNotifications: notes }],
    }
    return `${opening()}\n],${JSON.stringify(more).slice(1)}]}\n`
  }

  return {
    file({ path, problems, dismissed }) {
      return [...problems, ...dismissed]
        .map(problem => {
          const text = `${opening()}${results === 0 ? '' : ','}\n${JSON.stringify(resultOf(path, problem, indexOf(problem)))}`
          results += 1
          return printable(text)
        })
        .join('')
    },
    end: ({ notSeen }) => printable(closing(true, notSeen.map(note))),
    brokenOff: ({ sentence, nextStep }, { notSeen }) =>
      printable(
        closing(false, [...notSeen.map(note), { level: 'error', message: { text: `${sentence} ${nextStep}` } }]),
      ),
  }
}

interface Notification {
  level: 'note' | 'error'
  message: { text: string }
}

function note(text: string): Notification {
  return { level: 'note', message: { text } }
}

function ruleOf([id, { wcag }]: [string, { wcag: readonly string[] }]) {
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
