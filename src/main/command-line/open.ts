import { resolve } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { isRefusal } from '../../shared/outcome.ts'
import { type CommandContext, type CommandFile, formatOption, jsonOf } from './command.ts'
import type { OpenTold, OpenWindow } from './desk-port.ts'
import { exitCodes } from './exit.ts'
import { progressLine } from './progress.ts'

interface Options {
  shell?: OpenWindow['shell']
  port?: number
  browser: boolean
}

export const openCommand: CommandFile = {
  register(program, run) {
    const command = program
      .command('open')
      .summary('start Signpost')
      .description(
        'Starts Signpost in its own window where this computer can, and otherwise in a browser on this computer, saying why. Press Enter for a new address, Ctrl+C to end.',
      )
    withArguments(command)
      .addOption(formatOption())
      .action((dir: string | undefined, options: Options & { format: string }) =>
        run(options.format, async context => {
          const { told, end } = toldOn(context, options.format)
          const ended = await context.services.openWindow(wishOf(dir, options, context.terminal.folder), told)
          end()
          if (isRefusal(ended)) return ended
          return { kind: 'said', exit: ended.code === 0 ? exitCodes.fine : exitCodes.refused }
        }),
      )
  },
}

/** What `open` was asked for, when Electron itself was started with it; null when the words make no sense. */
export function openWishIn(words: readonly string[], folder: string): OpenWindow | null {
  const command = withArguments(new Command('open'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  try {
    command.parse(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return null
    throw error
  }
  return wishOf(command.args[0], command.opts<Options>(), folder)
}

function withArguments(command: Command): Command {
  return command
    .argument('[dir]', 'the workspace; without it, Signpost starts where you left off')
    .addOption(
      new Option(
        '--shell <shell>',
        'what shows the window (auto unless --port or --no-browser asks for a browser)',
      ).choices(['auto', 'electron', 'loopback']),
    )
    .option('--port <number>', 'the port on 127.0.0.1 (any free one)', portIn)
    .option('--no-browser', 'print the address and open no browser')
}

function wishOf(dir: string | undefined, { shell, port, browser }: Options, folder: string): OpenWindow {
  return {
    workspace: dir === undefined ? null : resolve(folder, dir),
    // Both only mean something in a browser.
    shell: shell ?? (port !== undefined || !browser ? 'loopback' : 'auto'),
    port: port ?? 0,
    browser,
  }
}

/** What the person sees while Signpost is open; in JSON, the one document is the first address. */
function toldOn({ terminal }: CommandContext, format: string): { told: OpenTold; end: () => void } {
  const line = progressLine(terminal)
  const json = format === 'json'
  let why: string | null = null
  let printed = false
  const told: OpenTold = {
    onWhy(sentence) {
      line.end()
      why = sentence
      if (json) terminal.err(`${sentence}\n`)
      else terminal.out(`${sentence}\n`)
    },
    onAddress(address, opened) {
      line.end()
      if (!json) terminal.out(`${opened ? 'Open in your browser, or copy' : 'Open this address'}: ${address}\n`)
      else if (!printed) terminal.out(jsonOf({ shell: 'loopback', address, why }))
      else terminal.err(`${address}\n`)
      printed = true
    },
    onAsked: again => terminal.onLine(again),
    onFetching(bytes) {
      const sentence = `Fetching Electron, once: ${(bytes / 1_000_000).toFixed(0)} MB so far`
      line.show({ sentence, done: 0, total: null })
    },
    signal: terminal.signal,
  }
  return { told, end: line.end }
}

function portIn(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError('Write a number from 1 to 65535.')
  }
  return port
}
