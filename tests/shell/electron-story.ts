import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { implement } from '@orpc/server'
import { onTestFinished, vi } from 'vitest'
import type { WindowState } from '../../src/main/settings/index.ts'
import type { App, AppRouter, Host, StartApp } from '../../src/main/shell/index.ts'
import { portHere, portWanted } from '../../src/shared/contract/handover.ts'
import type { AppEvent } from '../../src/shared/contract/index.ts'
import { contract } from '../../src/shared/contract/index.ts'
import type { Refusal } from '../../src/shared/outcome.ts'
import { builtPreload } from '../electron-double/built-preload.ts'
import { type DoubleOptions, type ElectronDouble, electronDouble } from '../electron-double/index.ts'
import type { LoadedPage } from '../electron-double/sandboxed-preload.ts'
import type { BrowserWindow } from '../electron-double/windows.ts'

export interface Story {
  double: ElectronDouble
  /** The one window; throws when there is none. */
  window(): BrowserWindow
  page(): LoadedPage
  /** What the program was given by the shell. */
  host(): Host
  events: AppEvent[]
  openedByOthers: string[]
  remembered: WindowState[]
  /** How often the program was asked to finish. */
  closed(): number
  data: string
  /** Settles when the shell has started. */
  started: Promise<void>
}

export interface StoryOptions extends DoubleOptions {
  workspace?: string
  state?: WindowState
  refusal?: Refusal
  /** What the program waits for before it has finished. */
  closing?: Promise<void>
}

/** Starts the Electron shell on the double, from before `ready` to a window that is shown. */
export async function startElectronShell({
  workspace,
  state,
  refusal,
  closing = Promise.resolve(),
  ...options
}: StoryOptions = {}): Promise<Story> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-electron-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const built = { window: join(folder, 'renderer'), preload: await builtPreload(), app: folder }
  await mkdir(built.window)
  await writeFile(join(built.window, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="SIGNPOST-NONCE">')

  const double = electronDouble(options)
  vi.resetModules()
  vi.doMock('electron', () => double.module)
  const { prepareElectron, runElectron } = await import('../../src/main/shell/electron/index.ts')

  let host: Host | null = null
  let closed = 0
  const events: AppEvent[] = []
  const openedByOthers: string[] = []
  const remembered: WindowState[] = []
  const app: App = {
    router: oneAnswer,
    respond: async ({ path }) =>
      path.startsWith('/preview/')
        ? { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>Page</p>' }
        : null,
    emit: event => void events.push(event),
    open: async named => void openedByOthers.push(named),
    close: async () => {
      closed += 1
      await closing
    },
  }
  const startApp: StartApp = async given => {
    host = given
    return refusal ?? app
  }

  prepareElectron(folder)
  const started = runElectron({
    startApp,
    built,
    data: folder,
    memory: { get: () => state ?? null, set: async next => void remembered.push(next) },
    resources: folder,
    workspace: workspace ?? null,
    workspaceIn: (argv, from) => (argv[1] === undefined ? null : join(from, argv[1])),
  })
  double.state.app.becomeReady()
  await started
  return {
    double,
    window: () => present(double.state.windows[0], 'window'),
    page: () => present(double.state.contents[0]?.page, 'page'),
    host: () => present(host, 'host'),
    events,
    openedByOthers,
    remembered,
    closed: () => closed,
    data: folder,
    started,
  }
}

const os = implement(contract)
/** Only what the tests ask; the rest of the contract is not the shell's business. */
const oneAnswer = { start: { close: os.start.close.handler(() => ({ kind: 'ok' as const })) } } as unknown as AppRouter

/** The page asks for its port, as the window does; null when none came. */
export async function askForPort({ window }: LoadedPage): Promise<MessagePort | null> {
  return new Promise(resolve => {
    const receive = ({ data, ports }: { data: unknown; ports: readonly MessagePort[] }) => {
      if ((data as { kind?: string }).kind === portHere) resolve(ports[0] ?? null)
    }
    window.addEventListener('message', receive)
    window.postMessage({ kind: portWanted }, window.location.origin)
    setTimeout(() => {
      window.removeEventListener('message', receive)
      resolve(null)
    }, 200)
  })
}

export function clientOn(port: MessagePort): ContractRouterClient<typeof contract> {
  onTestFinished(() => port.close())
  return createORPCClient(new RPCLink({ port: port as never }))
}

function present<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw new Error(`There is no ${name}.`)
  return value
}
