import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type Person, personSchema } from '../../shared/review/records.ts'
import type { DeskDeps, DeskPort, Services } from './desk-port.ts'
import { type ExitCode, exitCodeOf } from './exit.ts'
import { givenWebHost } from './given-web-host.ts'
import { progressLine } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** The frame of every command: one file registers one command, and answers with a report, a refusal and an exit code. */
export interface CommandContext {
  terminal: Terminal
  services: Services
}

/** How a command ends, and what it has to say. */
export type Answer =
  /** The report for `--format json`, and the same as text in the form that was asked for. */
  | { kind: 'answer'; json: unknown; text: string; exit: ExitCode }
  /** It has said everything while it ran. */
  | { kind: 'said'; exit: ExitCode }
  /** It could not be done to its end; what was said of it by then says so itself. */
  | { kind: 'broken-off'; refusal: Refusal }

export type Run = (context: CommandContext) => Promise<Answer | Refusal>

export interface CommandFile {
  /** `run` takes the format that was asked for and the command itself. */
  register(program: Command, run: (format: string, command: Run) => Promise<void>): void
}

export function formatOption(...more: string[]): Option {
  return new Option('--format <format>', 'how the answer is written').choices(['text', 'json', ...more]).default('text')
}

/** Runs a command to its end: the answer on standard output and nothing else, everything else on standard error. */
export async function perform(context: CommandContext, format: string, command: Run): Promise<ExitCode> {
  const { out, err } = context.terminal
  const answer = await command(context)
  if (isRefusal(answer)) {
    const { code, sentence, nextStep } = answer
    if (format === 'json') out(jsonOf({ kind: 'refused', code, sentence, nextStep }))
    return sayRefusal(answer)
  }
  if (answer.kind === 'broken-off') return sayRefusal(answer.refusal)
  if (answer.kind === 'answer') out(format === 'json' ? jsonOf(answer.json) : printable(answer.text))
  return answer.exit

  function sayRefusal(refusal: Refusal): ExitCode {
    err(printable(`${refusal.sentence}\n${refusal.nextStep}\n`))
    return exitCodeOf(refusal)
  }
}

/**
 * Text that a terminal only shows. What a workspace says (a title, a name, a path) may hold the sequences by which a
 * terminal is told to rewrite what stands above, to rename itself or to fill the clipboard.
 */
export function printable(text: string): string {
  return text.replace(obeyed, '\ufffd')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here
const obeyed = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g

export function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Says a part of the answer while the work goes on. */
export type Say = (text: string) => void

/** Opens the workspace, shows progress, and closes it again whatever happened. */
export async function withDesk<T>(
  { terminal, services }: CommandContext,
  folder: string,
  work: (desk: DeskPort, say: Say) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return withDeps({ terminal, services }, async (deps, say) => {
    const desk = await services.openDesk(absolute(terminal, folder), deps)
    if (isRefusal(desk)) return desk
    try {
      return await work(desk, say)
    } finally {
      await desk.close()
    }
  })
}

/** Gives what the environment says of who this is, and a progress line that is clean again at the end. */
export async function withDeps<T>(
  { terminal }: CommandContext,
  work: (deps: DeskDeps, say: Say) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const me = personIn(terminal.env)
  if (isRefusal(me)) return me
  const webHost = givenWebHost(terminal.env)
  if (webHost !== null && isRefusal(webHost)) return webHost
  const line = progressLine(terminal)
  const say: Say = text => {
    if (text === '') return
    // In a log nothing stands in the way, and each sentence of progress is there once.
    if (terminal.interactive) line.end()
    terminal.out(text)
  }
  try {
    const token = terminal.env.SIGNPOST_TOKEN || null
    return await work({ me, token, webHost, onProgress: line.show, signal: terminal.signal }, say)
  } finally {
    line.end()
  }
}

/** Who is at work, where a pipeline says so. Secrets and names come from the environment, never as arguments. */
export function personIn(env: Terminal['env']): Person | null | Refusal {
  const { SIGNPOST_NAME: name, SIGNPOST_EMAIL: email } = env
  if (!name && !email) return null
  const person = personSchema.safeParse({ name, email })
  if (person.success) return person.data
  return refuse(
    'half-a-name',
    'SIGNPOST_NAME and SIGNPOST_EMAIL say who is at work, and only make sense together.',
    'Set both, or neither.',
  )
}

export function absolute(terminal: Terminal, path: string): string {
  return resolve(terminal.folder, path)
}
