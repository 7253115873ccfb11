import { isRefusal } from '../../shared/outcome.ts'
import { absolute, type CommandFile, formatOption, withDeps } from './command.ts'
import { counted } from './counted.ts'
import { exitCodes } from './exit.ts'

export const newCommand: CommandFile = {
  register(program, run) {
    program
      .command('new')
      .summary('make a workspace')
      .description('Makes a workspace in a folder that is new or empty.')
      .argument('<dir>', 'the folder')
      .option('--sample', 'fill it with the sample: pages, services, history and comments to look around in')
      .addOption(formatOption())
      .action((dir: string, { sample = false, format }: { sample?: boolean; format: string }) =>
        run(format, async context => {
          const folder = absolute(context.terminal, dir)
          const made = await withDeps(context, deps => context.services.newWorkspace({ folder, sample }, deps))
          if (isRefusal(made)) return made
          const { workspace, pages } = made
          const text = `Made ${workspace} with ${counted(pages, 'page')}.\n`
          return { kind: 'answer', json: { workspace, pages }, text, exit: exitCodes.fine }
        }),
      )
  },
}
