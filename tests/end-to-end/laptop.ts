import type { ChildProcess } from 'node:child_process'
import type { BrowserContext, Page } from 'playwright-core'

/** What hosts the window of a laptop. */
export type Shell = 'loopback' | 'electron'

declare module 'vitest' {
  interface ProvidedContext {
    /** The shell that the laptops of this project run. */
    shell: Shell
    /** The X display on which Electron's windows are drawn; null for the one that this computer has. */
    display: string | null
  }
}

/** One person's laptop: their own data folder, their own Signpost, their own window. */
export interface Laptop {
  readonly shell: Shell
  /** The window that is shown now. Electron's own window ends with its program: after a restart this is another one. */
  readonly page: Page
  readonly context: BrowserContext
  /** The folder in which this laptop keeps everything: workspaces and this computer's own state. */
  folder: string
  /** What the program printed. */
  printed(): string
  /** What went wrong in the window without anybody being told: its console, and exceptions. */
  troubles(): string[]
  /** Ends the program as a closing lid would: no warning, no clean-up. */
  kill(): Promise<void>
  /** Starts the program again on the same folder and shows its window. */
  restart(): Promise<void>
  close(): Promise<void>
}

export interface LaptopOptions {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** A workspace to open at once. */
  workspace?: string
  env?: Record<string, string>
}

/** What both shells show their window as. */
export const usual = {
  viewport: { width: 1280, height: 800 },
  colorScheme: 'light',
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
} as const

/** A test's token has no business in the keychain of whoever runs the tests. */
const noKeychain = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null' }

/** Everything that a laptop's program is told of the computer that it runs on. */
export function surroundingsOn(folder: string, options: LaptopOptions): Record<string, string> {
  const here = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { ...Object.fromEntries(here), SIGNPOST_DATA: `${folder}/data`, ...noKeychain, ...options.env }
}

/** Keeps what goes wrong in a window, for a test to look at. */
export function listenForTroubles(page: Page, troubles: string[]): void {
  page.setDefaultTimeout(30_000)
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('pageerror', error => troubles.push(String(error)))
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  await gone
}
