import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { ended, type Laptop, type LaptopOptions, listenForTroubles, surroundingsOn, usual } from './laptop.ts'

const cli = new URL('../../out/main/cli.js', import.meta.url).pathname

let shared: Promise<Browser> | undefined
let running: Browser | undefined

/** One browser for a whole test file; each laptop has a context of its own. */
function browser(): Promise<Browser> {
  shared ??= launch()
  return shared
}

async function launch(): Promise<Browser> {
  running = await chromium.launch({
    executablePath: inject('browser'),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
  })
  return running
}

export async function closeBrowser(): Promise<void> {
  await (await shared)?.close()
  shared = undefined
  running = undefined
}

/** Every window that is open in this file's browser. */
export function openWindows(): Page[] {
  return running?.contexts().flatMap(context => context.pages()) ?? []
}

/** A browser as nobody has used it yet. */
export async function newBrowserContext(options: LaptopOptions = {}): Promise<BrowserContext> {
  const { viewport = usual.viewport, colorScheme = usual.colorScheme } = options
  return (await browser()).newContext({ ...usual, viewport, colorScheme })
}

/** Signpost as a program of its own, and its window in a browser. */
export async function startLoopbackLaptop(folder: string, options: LaptopOptions): Promise<Laptop> {
  const context = await newBrowserContext(options)
  const page = await context.newPage()
  const troubles: string[] = []
  listenForTroubles(page, troubles)
  let program = await startProgram(folder, options)
  await page.goto(program.address)
  return {
    shell: 'loopback',
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

async function startProgram(folder: string, options: LaptopOptions): Promise<Program> {
  const words = [cli, 'open', ...(options.workspace ? [options.workspace] : []), '--shell', 'loopback', '--no-browser']
  const child = spawn(process.execPath, words, {
    env: surroundingsOn(folder, options),
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
