import { Command, CommanderError } from 'commander'
import { buildCommand } from './build.ts'
import { checkCommand } from './check.ts'
import { type CommandContext, type CommandFile, perform } from './command.ts'
import { coverageCommand } from './coverage.ts'
import { dueCommand } from './due.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { importCommand } from './import.ts'
import { newCommand } from './new.ts'
import { openCommand } from './open.ts'
import { publishCommand } from './publish.ts'
import { reportCommand } from './report.ts'
import { syncCommand } from './sync.ts'

export type * from './desk-port.ts'
export type { ExitCode } from './exit.ts'
export { openWishIn } from './open.ts'
export { endWith, processTerminal } from './process-terminal.ts'
export type { Progress } from './progress.ts'
export type { Terminal } from './terminal.ts'

/** Every command, in the order of the help. Adding one touches its own file and this list. */
const commands: readonly CommandFile[] = [
  newCommand,
  openCommand,
  checkCommand,
  importCommand,
  buildCommand,
  syncCommand,
  publishCommand,
  coverageCommand,
  dueCommand,
  reportCommand,
]

/** Whether the arguments ask for something that needs no window. */
export function isWithoutWindow(argv: readonly string[]): boolean {
  const [first] = argv
  if (first === undefined || first === 'open') return false
  const names = programOf(async () => undefined).commands.map(command => command.name())
  return [...names, 'help', '--help', '--version'].includes(first)
}

/** Runs one command; `argv` begins with its name. No argument at all starts Signpost. */
export async function runCommandLine(argv: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, services } = context
  let exit: ExitCode = exitCodes.fine
  const program = programOf(async (format, command) => {
    exit = await perform(context, format, command)
  })
  program.version(services.version)
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
    })
  }
  try {
    await program.parseAsync(argv.length === 0 ? ['open'] : argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.refused
  }
  return exit
}

function programOf(run: Parameters<CommandFile['register']>[1]): Command {
  const program = new Command('signpost')
    .description('Writes, checks, reviews and publishes a SEND Local Offer.')
    .showHelpAfterError('Add --help to see how it is used.')
    .addHelpText('after', afterHelp)
  for (const { register } of commands) register(program, run)
  return program
}

const afterHelp = `
Ends with 0 when all is well, 1 when problems were found, 2 when it could not be done as asked,
3 when the network or a server was in the way.

In a pipeline, SIGNPOST_NAME and SIGNPOST_EMAIL say who is at work, and SIGNPOST_TOKEN is the
access token for the shared copy. SIGNPOST_WEB_HOST (“user@server key”) says which web host
SIGNPOST_WEB_HOST_PASSWORD or SIGNPOST_WEB_HOST_KEY, the text of a private key, is for.`
