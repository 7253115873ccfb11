import { isRefusal } from '../../shared/outcome.ts'
import { type CommandFile, formatOption, withDesk } from './command.ts'
import type { PublishReport } from './desk-port.ts'
import { exitCodes } from './exit.ts'

export const publishCommand: CommandFile = {
  register(program, run) {
    program
      .command('publish')
      .summary('put what is approved in front of families')
      .description(
        'Moves approved versions to the live site, builds it, delivers it, and reads it back from the web. A page that is held back is named and stops no other. Ends with 1 when the site could not be read back.',
      )
      .argument('<dir>', 'the workspace')
      .option('--dry-run', 'only say what would change and what is held back')
      .addOption(formatOption())
      .action((dir: string, { dryRun = false, format }: { dryRun?: boolean; format: string }) =>
        run(format, async context => {
          const published = await withDesk(context, dir, desk => (dryRun ? desk.plan() : desk.publish()))
          if (isRefusal(published)) return published
          const { added, changed, removed, although, blocked, url, verified } = published
          return {
            kind: 'answer',
            json: { added, changed, removed, although, blocked, url, verified },
            text: textOf(published, dryRun),
            exit: dryRun || verified ? exitCodes.fine : exitCodes.problemsFound,
          }
        }),
      )
  },
}

function textOf({ added, changed, removed, although, blocked, url, verified }: PublishReport, dryRun: boolean): string {
  const lines = [
    ...added.map(page => `New      ${page}`),
    ...changed.map(page => `Changed  ${page}`),
    ...removed.map(page => `Removed  ${page}`),
    ...although.map(({ page, why }) => `Although ${page}: ${why}`),
    ...blocked.map(({ page, why }) => `Held     ${page}: ${why}`),
    ending(added.length + changed.length + removed.length, { url, verified, dryRun }),
  ]
  return `${lines.join('\n')}\n`
}

function ending(
  changes: number,
  { url, verified, dryRun }: { url: string; verified: boolean; dryRun: boolean },
): string {
  if (dryRun) return changes === 0 ? 'Nothing would change.' : 'This is what would change; nothing has.'
  if (verified) return `Live at ${url}, and read back from there.`
  return 'Sent, but not yet seen on the web. Families may still see the site as it was.'
}
