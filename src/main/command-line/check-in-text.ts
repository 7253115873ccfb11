import { printable } from './command.ts'
import { counted } from './counted.ts'
import type { FileReport, ProblemReport } from './desk-port.ts'
import type { GrowingReport, Sums } from './growing-report.ts'

/** A block for each file in which something was found, and the sums. */
export function checkInText(): GrowingReport {
  let files = 0
  let dismissed = 0
  const sums = ({ summary: { errors, warnings, notices } }: Sums) =>
    `${counted(errors, 'error')}, ${counted(warnings, 'warning')} and ${counted(notices, 'notice')} in ${counted(files, 'file')}.\n`
  return {
    file(report) {
      files += 1
      dismissed += report.dismissed.length
      return report.problems.length === 0 ? '' : printable(`${blockOf(report)}\n`)
    },
    end(found) {
      const lines = [
        ...(dismissed > 0
          ? [
              `${counted(dismissed, 'problem')} that somebody said ${dismissed === 1 ? 'is none here' : 'are none here'}.`,
            ]
          : []),
        sums(found),
        ...found.notSeen.map(sentence => `${sentence}\n`),
      ]
      return printable(lines.join('\n'))
    },
    brokenOff: (_, found) => `Not done to the end: ${sums(found)}`,
  }
}

function blockOf({ path, problems }: FileReport): string {
  return `${path}\n${problems.map(lineOf).join('\n')}\n`
}

function lineOf({ line, column, severity, message, rule, wcag, fixable }: ProblemReport): string {
  const sources = [rule, ...wcag.map(criterion => `WCAG ${criterion}`), ...(fixable ? ['has a fix'] : [])]
  return `  ${`${line}:${column}`.padEnd(8)} ${severity.padEnd(8)} ${message} (${sources.join(', ')})`
}
