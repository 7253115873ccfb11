import { rmSync } from 'node:fs'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { ended, type Laptop, type LaptopOptions, listenForTroubles, surroundingsOn, usual } from './laptop.ts'

const app = new URL('../..', import.meta.url).pathname

/** Signpost in Electron: one program, and a window of its own. */
export async function startElectronLaptop(folder: string, options: LaptopOptions): Promise<Laptop> {
  const troubles: string[] = []
  let text = ''
  async function start(): Promise<Running> {
    const program = await launch(folder, options)
    for (const stream of [program.process().stdout, program.process().stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
    }
    const page = await program.firstWindow()
    listenForTroubles(page, troubles)
    await page.emulateMedia({ reducedMotion: usual.reducedMotion })
    await page.setViewportSize(options.viewport ?? usual.viewport)
    return { program, page }
  }
  let running = await start()
  return {
    shell: 'electron',
    get page() {
      return running.page
    },
    get context() {
      return running.program.context()
    },
    folder,
    printed: () => text,
    troubles: () => troubles,
    async kill() {
      await ended(running.program.process(), 'SIGKILL')
    },
    async restart() {
      running = await start()
    },
    async close() {
      await running.program.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Running {
  program: ElectronApplication
  page: Page
}

/**
 * Starts the program of Electron's own package, which the set-up found: only then does Playwright put its loader in, and
 * take its own switches out of the arguments again.
 */
function launch(folder: string, options: LaptopOptions): Promise<ElectronApplication> {
  const display = inject('display')
  return _electron.launch({
    args: [app, 'open', ...(options.workspace ? [options.workspace] : [])],
    env: { ...surroundingsOn(folder, options), ...(display === null ? {} : { DISPLAY: display }) },
    // Playwright switches the sandbox off unless it is told not to; without it, this is not the program that people get.
    chromiumSandbox: true,
    colorScheme: options.colorScheme ?? usual.colorScheme,
    locale: usual.locale,
    timezoneId: usual.timezoneId,
  })
}
