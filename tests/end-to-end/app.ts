import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

/** One person's laptop: their own data folder, their own Signpost, their own window. */
export interface Laptop {
  page: Page
  context: BrowserContext
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

const cli = new URL('../../out/main/cli.js', import.meta.url).pathname

let shared: Promise<Browser> | undefined

/** One browser for a whole test file; each laptop has a context of its own. */
function browser(): Promise<Browser> {
  shared ??= chromium.launch({
    executablePath: inject('browser'),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
  })
  return shared
}

export async function closeBrowser(): Promise<void> {
  await (await shared)?.close()
  shared = undefined
}

export interface LaptopOptions {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** A workspace to open at once. */
  workspace?: string
  env?: Record<string, string>
}

export async function startLaptop(name: string, options: LaptopOptions = {}): Promise<Laptop> {
  const folder = mkdtempSync(join(tmpdir(), `signpost-${name}-`))
  const context = await (await browser()).newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const troubles: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('pageerror', error => troubles.push(String(error)))
  let program = await startProgram(folder, options)
  await page.goto(program.address)
  return {
    page,
    context,
    folder,
    printed: () => program.printed(),
    troubles: () => troubles,
    async kill() {
      await ended(program.child, 'SIGKILL')
    },
    async restart() {
      program = await startProgram(folder, options)
      await page.goto(program.address)
    },
    async close() {
      await context.close()
      await ended(program.child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Program {
  child: ChildProcess
  address: string
  printed(): string
}

/** A test's token has no business in the keychain of whoever runs the tests. */
const noKeychain = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null' }

async function startProgram(folder: string, options: LaptopOptions): Promise<Program> {
  const words = [cli, 'open', ...(options.workspace ? [options.workspace] : []), '--shell', 'loopback', '--no-browser']
  const child = spawn(process.execPath, words, {
    env: { ...process.env, SIGNPOST_DATA: join(folder, 'data'), ...noKeychain, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(text)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', code => reject(new Error(`Signpost ended with ${code} before it showed an address:\n${text}`)))
  })
  return { child, address, printed: () => text }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  await gone
}
