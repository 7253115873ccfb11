import { Option } from 'commander'
import { isRefusal } from '../../shared/outcome.ts'
import { absolute, type CommandFile, formatOption, withDesk } from './command.ts'
import { counted } from './counted.ts'
import type { BuildWish } from './desk-port.ts'
import { exitCodes } from './exit.ts'

export const buildCommand: CommandFile = {
  register(program, run) {
    program
      .command('build')
      .summary('build the site')
      .description('Builds the site into a folder; only what changed is written.')
      .argument('<dir>', 'the workspace')
      .requiredOption('--out <folder>', 'where the site goes')
      .addOption(
        new Option('--from <copy>', 'what families see now, or the team’s working copy')
          .choices(['live', 'desk'])
          .default('desk'),
      )
      .addOption(formatOption())
      .action((dir: string, { out, from, format }: BuildWish & { format: string }) =>
        run(format, async context => {
          const wish = { out: absolute(context.terminal, out), from }
          const built = await withDesk(context, dir, desk => desk.build(wish))
          if (isRefusal(built)) return built
          const { pages, written, unchanged, removed, ms } = built
          const text = `Built ${counted(pages, 'page')} in ${(ms / 1000).toFixed(1)} s: ${counted(written, 'file')} written, ${unchanged} unchanged, ${removed} removed.\n`
          return { kind: 'answer', json: { pages, written, unchanged, removed, ms }, text, exit: exitCodes.fine }
        }),
      )
  },
}
