import { type Instant, instantSchema } from '../../shared/content/ids.ts'
import type { Refusal } from '../../shared/outcome.ts'
import { chooseShell, type Wish, without } from './choose.ts'
import { findElectron } from './electron-binary.ts'
import { type FetchLimits, fetchElectron } from './fetch-electron.ts'
import type { Built, StartApp } from './host.ts'
import { useSystemNetwork } from './loopback/network.ts'
import { runLoopback } from './loopback/run.ts'
import { startElectron } from './start-electron.ts'
import type { Surroundings } from './surroundings.ts'

export interface OpenWish {
  /** An absolute path, or null to start where the person left off. */
  workspace: string | null
  shell: Wish
  /** 0 for any free one. */
  port: number
  browser: boolean
}

export interface FailedFetch {
  /** Electron's release. */
  version: string
  at: Instant
}

/** What this computer remembers of a fetch that failed, so that it is not tried again at every start. */
export interface DownloadMemory {
  failed(): Promise<FailedFetch | null>
  remember(failed: FailedFetch | null): Promise<void>
}

export interface OpenDeps {
  startApp: StartApp
  built: Built
  surroundings: Surroundings
  memory: DownloadMemory
  limits: FetchLimits
  /** One sentence for the person, that something opens in another way than expected. */
  onWhy(sentence: string): void
  onAddress(address: string, opened: boolean): void
  onAsked(again: () => void): () => void
  onFetching(bytes: number): void
  /** Aborted when the program is to end. */
  signal: AbortSignal
}

export type Opened = { kind: 'ended'; code: number } | Refusal

/** Opens Signpost in the shell that this computer can run, and stays until it is closed. */
export async function openSignpost(wish: OpenWish, deps: OpenDeps): Promise<Opened> {
  const choice = await choose(wish.shell, deps)
  switch (choice.kind) {
    case 'refused':
      return choice
    case 'loopback':
      return inBrowser(choice.why, wish, deps)
    case 'electron':
      return inElectron(choice.binary, wish, deps)
    case 'fetch-electron':
      return afterFetching(choice.folder, choice.version, wish, deps)
  }
}

async function choose(wish: Wish, { built, memory, surroundings }: OpenDeps) {
  const electron = findElectron(built.preload, surroundings.env)
  return chooseShell(wish, surroundings, { package: electron, failed: await memory.failed() }, new Date())
}

async function inElectron(binary: string, wish: OpenWish, deps: OpenDeps): Promise<Opened> {
  const args = [deps.built.app, 'open', ...(wish.workspace === null ? [] : [wish.workspace])]
  const run = await startElectron({ binary, args, env: deps.surroundings.env, signal: deps.signal })
  if (run.kind === 'ended') return run
  return otherwise(`Electron did not start (${run.reason})`, wish, deps)
}

/** Fetches Electron, and remembers how that went. */
async function afterFetching(folder: string, version: string, wish: OpenWish, deps: OpenDeps): Promise<Opened> {
  const { built, memory, onFetching, signal, surroundings } = deps
  const { env } = surroundings
  const fetched = await fetchElectron({
    node: process.execPath,
    folder,
    env,
    limits: deps.limits,
    onProgress: onFetching,
    signal,
  })
  if (fetched.kind === 'stopped') return { kind: 'ended', code: 0 }
  const binary = findElectron(built.preload, env)?.binary ?? null
  if (fetched.kind === 'fetched' && binary !== null) {
    await memory.remember(null)
    return inElectron(binary, wish, deps)
  }
  await memory.remember({ version, at: instantSchema.parse(new Date().toISOString()) })
  const reason = fetched.kind === 'failed' ? fetched.reason : 'it was not where it should be afterwards'
  return otherwise(`Electron could not be fetched (${reason})`, wish, deps)
}

async function otherwise(reason: string, wish: OpenWish, deps: OpenDeps): Promise<Opened> {
  const choice = without(wish.shell, reason)
  return choice.kind === 'refused' ? choice : inBrowser(choice.why, wish, deps)
}

async function inBrowser(why: string, wish: OpenWish, deps: OpenDeps): Promise<Opened> {
  if (deps.signal.aborted) return { kind: 'ended', code: 0 }
  deps.onWhy(why)
  useSystemNetwork(deps.surroundings.env)
  const run = await runLoopback({ ...deps, ...wish, window: deps.built.window })
  return run.kind === 'ended' ? { kind: 'ended', code: 0 } : run
}
