import { stat } from 'node:fs/promises'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { absolute, type CommandContext, type CommandFile, formatOption, withDeps, withDesk } from './command.ts'
import { counted } from './counted.ts'
import type { CheckReport, ProblemReport } from './desk-port.ts'
import { exitCodes } from './exit.ts'
import { sarifOf } from './sarif.ts'

export const checkCommand: CommandFile = {
  register(program, run) {
    program
      .command('check')
      .summary('find what makes pages hard to read or to reach')
      .description(
        'Checks workspaces, or single files. Ends with 1 when there are errors; warnings and notices are not errors.',
      )
      .argument('<path...>', 'a workspace, or .md, .html or .docx files')
      .addOption(formatOption('sarif'))
      .action((paths: string[], { format }: { format: string }) =>
        run(format, async context => {
          const report = await checkAll(context, paths)
          if (isRefusal(report)) return report
          const { files, summary, notSeen } = report
          return {
            kind: 'answer',
            json: { files, summary, notSeen },
            text: format === 'sarif' ? sarifOf(report, context.services.version) : inText(report),
            exit: summary.errors > 0 ? exitCodes.problemsFound : exitCodes.fine,
          }
        }),
      )
  },
}

/** Workspaces one after another, then all single files at once, as one report. */
async function checkAll(context: CommandContext, paths: readonly string[]): Promise<CheckReport | Refusal> {
  const reports: CheckReport[] = []
  const files: string[] = []
  for (const path of paths) {
    const kind = await kindOf(absolute(context.terminal, path))
    if (kind === null) {
      return refuse(
        'missing',
        `There is no file or folder “${path}”.`,
        'Look at the spelling, and at the folder you are in.',
      )
    }
    if (kind === 'file') files.push(path)
    else {
      const report = await withDesk(context, path, desk => desk.check())
      if (isRefusal(report)) return report
      reports.push(paths.length === 1 ? report : under(path, report))
    }
  }
  if (files.length > 0) {
    const named = new Map(files.map(path => [absolute(context.terminal, path), path]))
    const report = await withDeps(context, deps => context.services.checkFiles([...named.keys()], deps))
    if (isRefusal(report)) return report
    reports.push({ ...report, files: report.files.map(file => ({ ...file, path: named.get(file.path) ?? file.path })) })
  }
  return together(reports)
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  return found.isDirectory() ? 'folder' : 'file'
}

/** With several workspaces, each file is named by its workspace too. */
function under(folder: string, report: CheckReport): CheckReport {
  const start = folder.replaceAll('\\', '/').replace(/\/+$/, '')
  return { ...report, files: report.files.map(file => ({ ...file, path: `${start}/${file.path}` })) }
}

function together(reports: readonly CheckReport[]): CheckReport {
  const sum = (of: keyof CheckReport['summary']) => reports.reduce((total, { summary }) => total + summary[of], 0)
  return {
    files: reports.flatMap(({ files }) => files),
    summary: { errors: sum('errors'), warnings: sum('warnings'), notices: sum('notices') },
    notSeen: reports.flatMap(({ notSeen }) => notSeen),
  }
}

function inText({ files, summary: { errors, warnings, notices }, notSeen }: CheckReport): string {
  const found = files.filter(({ problems }) => problems.length > 0)
  const blocks = found.map(({ path, problems }) => `${path}\n${problems.map(lineOf).join('\n')}\n`)
  const dismissed = files.reduce((total, file) => total + file.dismissed.length, 0)
  return [
    ...blocks,
    ...(dismissed > 0
      ? [`${counted(dismissed, 'problem')} that somebody said ${dismissed === 1 ? 'is none here' : 'are none here'}.`]
      : []),
    `${counted(errors, 'error')}, ${counted(warnings, 'warning')} and ${counted(notices, 'notice')} in ${counted(files.length, 'file')}.\n`,
    ...notSeen.map(sentence => `${sentence}\n`),
  ].join('\n')
}

function lineOf({ line, column, severity, message, rule, wcag, fixable }: ProblemReport): string {
  const sources = [rule, ...wcag.map(criterion => `WCAG ${criterion}`), ...(fixable ? ['has a fix'] : [])]
  return `  ${`${line}:${column}`.padEnd(8)} ${severity.padEnd(8)} ${message} (${sources.join(', ')})`
}
