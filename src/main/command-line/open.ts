import { InvalidArgumentError, Option } from 'commander'
import { isRefusal } from '../../shared/outcome.ts'
import { absolute, type CommandContext, type CommandFile, formatOption, jsonOf } from './command.ts'
import type { OpenTold, OpenWindow } from './desk-port.ts'
import { exitCodes } from './exit.ts'
import { progressLine } from './progress.ts'

interface Options {
  shell?: OpenWindow['shell']
  port?: number
  browser: boolean
  format: string
}

export const openCommand: CommandFile = {
  register(program, run) {
    program
      .command('open')
      .summary('start Signpost')
      .description(
        'Starts Signpost in its own window where this computer can, and otherwise in a browser on this computer, saying why. Press Enter for a new address, Ctrl+C to end.',
      )
      .argument('[dir]', 'the workspace; without it, Signpost starts where you left off')
      .addOption(
        new Option(
          '--shell <shell>',
          'what shows the window (auto unless --port or --no-browser asks for a browser)',
        ).choices(['auto', 'electron', 'loopback']),
      )
      .option('--port <number>', 'the port on 127.0.0.1 (any free one)', portIn)
      .option('--no-browser', 'print the address and open no browser')
      .addOption(formatOption())
      .action((dir: string | undefined, { shell, port, browser, format }: Options) =>
        run(format, async context => {
          const wish: OpenWindow = {
            workspace: dir === undefined ? null : absolute(context.terminal, dir),
            // Both only mean something in a browser.
            shell: shell ?? (port !== undefined || !browser ? 'loopback' : 'auto'),
            port: port ?? 0,
            browser,
          }
          const { told, end } = toldOn(context, format)
          const ended = await context.services.openWindow(wish, told)
          end()
          if (isRefusal(ended)) return ended
          return { kind: 'said', exit: ended.code === 0 ? exitCodes.fine : exitCodes.refused }
        }),
      )
  },
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
