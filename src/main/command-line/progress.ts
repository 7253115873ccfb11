import type { Terminal } from './terminal.ts'

/** One step of a long job: what is being done, and how far it is; `total` is null where nobody knows. */
export interface Progress {
  sentence: string
  done: number
  total: number | null
}

export interface ProgressLine {
  show(progress: Progress): void
  /** Leaves the line clean for what comes next. */
  end(): void
}

/** Progress on standard error: a bar that is drawn over on a terminal, one line for each new sentence in a log. */
export function progressLine(terminal: Terminal): ProgressLine {
  let last = ''
  return {
    show(progress) {
      if (terminal.interactive) {
        last = barOf(progress, terminal.columns)
        terminal.err(`\r\u001b[2K${last}`)
      } else if (progress.sentence !== last) {
        last = progress.sentence
        terminal.err(`${last}\n`)
      }
    },
    end() {
      if (terminal.interactive && last !== '') terminal.err('\r\u001b[2K')
      last = ''
    },
  }
}

const barWidth = 24

/** `[████████░░░░] 12 of 40  Building pages`, cut to the width of the terminal. */
export function barOf({ sentence, done, total }: Progress, columns: number): string {
  const text = total === null || total <= 0 ? sentence : `${bar(done / total)} ${done} of ${total}  ${sentence}`
  return text.length < columns ? text : `${text.slice(0, Math.max(0, columns - 2))}…`
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * barWidth)
  return `[${'█'.repeat(full)}${'░'.repeat(barWidth - full)}]`
}
