/** What a command is run with and may touch; `cli.ts` gives the real ones, a test its own. */
export interface Terminal {
  /** Standard output: the answer, and nothing else. */
  out(text: string): void
  /** Standard error: progress and what went wrong. */
  err(text: string): void
  /** Whether a person is watching standard error. */
  interactive: boolean
  /** The width of the terminal, in characters. */
  columns: number
  env: Readonly<Record<string, string | undefined>>
  /** The folder in which paths begin. */
  folder: string
  /** Aborted when the person presses Ctrl+C or the system asks the program to end. */
  signal: AbortSignal
  /** Calls back at each line that the person types; answers how to stop listening. */
  onLine(listener: () => void): () => void
}
