import { stat } from 'node:fs/promises'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { checkInJson } from './check-in-json.ts'
import { checkInText } from './check-in-text.ts'
import { absolute, type CommandContext, type CommandFile, formatOption, type Say, withDeps } from './command.ts'
import type { FileReport } from './desk-port.ts'
import { exitCodes } from './exit.ts'
import type { GrowingReport } from './growing-report.ts'
import { checkInSarif } from './sarif.ts'

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
      .option('--links', 'look at where links to other sites lead too (workspaces only; can take minutes)', false)
      .action((paths: string[], { format, links }: { format: string; links: boolean }) =>
        run(format, async context => {
          const report = growing(format, context.services.version)
          const found = { files: 0, summary: { errors: 0, warnings: 0, notices: 0 }, notSeen: [] as string[] }
          const refusal = await checkAll(context, { paths, links }, found, (file, say) => {
            found.files += 1
            for (const { severity } of file.problems) found.summary[`${severity}s`] += 1
            say(report.file(file))
          })
          // What nobody has heard of yet is simply refused.
          if (refusal !== null && found.files === 0) return refusal
          if (refusal !== null) {
            context.terminal.out(report.brokenOff(refusal, found))
            return { kind: 'broken-off', refusal }
          }
          context.terminal.out(report.end(found))
          return { kind: 'said', exit: found.summary.errors > 0 ? exitCodes.problemsFound : exitCodes.fine }
        }),
      )
  },
}

function growing(format: string, version: string): GrowingReport {
  if (format === 'json') return checkInJson()
  return format === 'sarif' ? checkInSarif(version) : checkInText()
}

/** Workspaces one after another, then all single files at once, as one report. Answers why it went no further, or null. */
async function checkAll(
  context: CommandContext,
  { paths, links }: { paths: readonly string[]; links: boolean },
  found: { notSeen: string[] },
  onFile: (file: FileReport, say: Say) => void,
): Promise<Refusal | null> {
  const kinds: { path: string; kind: 'file' | 'folder' }[] = []
  for (const path of paths) {
    const kind = await kindOf(absolute(context.terminal, path))
    if (kind === null) {
      return refuse(
        'missing',
        `There is no file or folder “${path}”.`,
        'Look at the spelling, and at the folder you are in.',
      )
    }
    kinds.push({ path, kind })
  }
  for (const { path } of kinds.filter(({ kind }) => kind === 'folder')) {
    const named = (file: FileReport) => (paths.length === 1 ? file : { ...file, path: under(path, file.path) })
    const end = await withDeps(context, (deps, say) =>
      context.services.checkWorkspace(absolute(context.terminal, path), { links }, deps, file =>
        onFile(named(file), say),
      ),
    )
    if (isRefusal(end)) return end
    found.notSeen.push(...end.notSeen)
  }
  const named = new Map(
    kinds.filter(({ kind }) => kind === 'file').map(({ path }) => [absolute(context.terminal, path), path]),
  )
  if (named.size === 0) return null
  const end = await withDeps(context, (deps, say) =>
    context.services.checkFiles([...named.keys()], deps, file =>
      onFile({ ...file, path: named.get(file.path) ?? file.path }, say),
    ),
  )
  if (isRefusal(end)) return end
  found.notSeen.push(...end.notSeen)
  return null
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  return found.isDirectory() ? 'folder' : 'file'
}

/** With several workspaces, each file is named by its workspace too. */
function under(folder: string, path: string): string {
  return `${folder.replaceAll('\\', '/').replace(/\/+$/, '')}/${path}`
}
