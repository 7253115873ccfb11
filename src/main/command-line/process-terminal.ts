import { createInterface } from 'node:readline'
import type { Terminal } from './terminal.ts'

/** The terminal that this process stands in. The first Ctrl+C asks it to end well, a second one ends it at once. */
export function processTerminal(process: NodeJS.Process): Terminal {
  const ending = new AbortController()
  const end = () => {
    if (ending.signal.aborted) process.exit(130)
    ending.abort()
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // Whoever read the answer has gone (`signpost check . | head`): there is nobody left to tell.
  process.stdout.on('error', () => process.exit(0))

  return {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? process.stdout.columns ?? 80,
    env: process.env,
    folder: process.cwd(),
    signal: ending.signal,
    onLine(listener) {
      // A program in the background must not read from the terminal: the system would stop it.
      if (process.stdin.isTTY !== true) return () => undefined
      const lines = createInterface({ input: process.stdin, terminal: false })
      lines.on('line', listener)
      return () => lines.close()
    },
  }
}

/** Ends the process when everything that was said has been written. */
export function endWith(process: NodeJS.Process, code: number): void {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
}
