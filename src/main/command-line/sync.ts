import { isRefusal } from '../../shared/outcome.ts'
import { type CommandFile, formatOption, withDesk } from './command.ts'
import { counted } from './counted.ts'
import type { SyncReport } from './desk-port.ts'
import { exitCodes } from './exit.ts'

export const syncCommand: CommandFile = {
  register(program, run) {
    program
      .command('sync')
      .summary('share with colleagues, both ways')
      .description(
        'Fetches colleagues’ changes, puts them together with those here, and shares the result. Ends with 1 when somebody has to choose between two versions of the same words; both are kept.',
      )
      .argument('<dir>', 'the workspace')
      .addOption(formatOption())
      .action((dir: string, { format }: { format: string }) =>
        run(format, async context => {
          const synced = await withDesk(context, dir, desk => desk.sync())
          if (isRefusal(synced)) return synced
          const { pulled, pushed, merged, conflicts } = synced
          return {
            kind: 'answer',
            json: { pulled, pushed, merged, conflicts },
            text: textOf(synced),
            exit: conflicts.length > 0 ? exitCodes.problemsFound : exitCodes.fine,
          }
        }),
      )
  },
}

function textOf({ pulled, pushed, merged, conflicts }: SyncReport): string {
  const lines = [
    pulled + pushed === 0
      ? 'Nothing new on either side.'
      : `Fetched ${counted(pulled, 'change')} from colleagues and shared ${counted(pushed, 'change')}.`,
    ...merged.map(page => `Put together: ${page}`),
    ...conflicts.map(({ title, field }) => `Waits for a choice: “${title}” (${field}). Both versions are kept.`),
  ]
  return `${lines.join('\n')}\n`
}
