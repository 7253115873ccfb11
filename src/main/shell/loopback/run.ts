import { isRefusal, type Refusal } from '../../../shared/outcome.ts'
import type { StartApp } from '../host.ts'
import type { Surroundings } from '../surroundings.ts'
import { windowFiles } from '../window-files.ts'
import { loopbackHost } from './host.ts'
import { type Loopback, serveLoopback } from './server.ts'
import { openInBrowser } from './system-browser.ts'
import { saysWhose } from './whose-connection.ts'

export interface RunLoopback {
  startApp: StartApp
  /** The folder of the window's files. */
  window: string
  surroundings: Surroundings
  workspace: string | null
  port: number
  browser: boolean
  /** Called with each address that lets a browser in, and whether one was opened with it. */
  onAddress(address: string, opened: boolean): void
  /** Calls back each time that the person asks for another address; answers how to stop listening. */
  onAsked(again: () => void): () => void
  /** Aborted when the program is to end. */
  signal: AbortSignal
}

/** The whole life of the loopback shell: until it is told to end, and everything is written. */
export async function runLoopback(run: RunLoopback): Promise<Refusal | { kind: 'ended' }> {
  const app = await run.startApp(loopbackHost(run.surroundings), { workspace: run.workspace })
  if (isRefusal(app)) return app
  const server = await serveLoopback({ app, files: windowFiles(run.window), port: run.port })
  if (server.kind === 'refused') {
    await app.close()
    return server
  }
  await showAddress(server, run)
  const stop = run.onAsked(() => run.onAddress(server.newAddress(), false))
  await aborted(run.signal)
  stop()
  await server.close()
  await app.close()
  return { kind: 'ended' }
}

/**
 * Where no other user of the computer sees the address while a program is told to open it: Windows shows nobody the
 * arguments of somebody else's programs, and on a Mac it is in none (`browserCommand`). Elsewhere it helps only whoever the
 * system knows to be the same person.
 */
const keepsArguments: ReadonlySet<NodeJS.Platform> = new Set(['win32', 'darwin'])

async function showAddress(server: Loopback, { browser, surroundings, onAddress }: RunLoopback): Promise<void> {
  const address = server.newAddress()
  const mayOpen = browser && (keepsArguments.has(surroundings.platform) || saysWhose())
  onAddress(address, mayOpen && (await openInBrowser(address, surroundings)))
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
