import { type Instant, instantSchema } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { type Choice, chooseShell, type Wish, without } from './choose.ts'
import { findElectron } from './electron-binary.ts'
import { fetchElectron, fetchLimits } from './fetch-electron.ts'
import type { Built, StartApp } from './host.ts'
import { useSystemNetwork } from './loopback/network.ts'
import { runLoopback } from './loopback/run.ts'
import { startElectron } from './start-electron.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'

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
  memory: DownloadMemory
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
  const here = surroundingsOf(process)
  const choice = await haveElectron(await choose(wish.shell, here, deps), wish, deps)
  if (choice.kind !== 'electron') return inBrowser(choice, wish, here, deps)
  const args = [deps.built.app, 'open', ...(wish.workspace === null ? [] : [wish.workspace])]
  const run = await startElectron({ binary: choice.binary, args, env: process.env, signal: deps.signal })
  if (run.kind === 'ended') return run
  return inBrowser(without(wish.shell, `Electron did not start (${run.reason})`), wish, here, deps)
}

async function choose(wish: Wish, here: Surroundings, { built, memory }: OpenDeps): Promise<Choice> {
  const found = findElectron(built.preload, here.env)
  const electron = { binary: found?.binary ?? null, version: found?.version ?? null, failed: await memory.failed() }
  return chooseShell(wish, here, electron, new Date())
}

/** Fetches Electron where that was the choice, and remembers how it went. */
async function haveElectron(choice: Choice, wish: OpenWish, deps: OpenDeps): Promise<Choice> {
  if (choice.kind !== 'fetch-electron') return choice
  const found = findElectron(deps.built.preload, process.env)
  if (found === null) return without(wish.shell, 'Electron is not installed here')
  const { folder, version } = found
  const fetched = await fetchElectron({
    node: process.execPath,
    folder,
    env: process.env,
    limits: fetchLimits,
    onProgress: deps.onFetching,
    signal: deps.signal,
  })
  if (fetched.kind === 'stopped') return { kind: 'loopback', why: null }
  const binary = findElectron(deps.built.preload, process.env)?.binary ?? null
  if (fetched.kind === 'failed' || binary === null) {
    await deps.memory.remember({ version, at: instantSchema.parse(new Date().toISOString()) })
    const reason = fetched.kind === 'failed' ? fetched.reason : 'it was not where it should be afterwards'
    return without(wish.shell, `Electron could not be fetched (${reason})`)
  }
  await deps.memory.remember(null)
  return { kind: 'electron', binary }
}

async function inBrowser(choice: Choice, wish: OpenWish, surroundings: Surroundings, deps: OpenDeps): Promise<Opened> {
  if (isRefusal(choice)) return choice
  if (deps.signal.aborted) return { kind: 'ended', code: 0 }
  if (choice.kind === 'loopback' && choice.why !== null) deps.onWhy(choice.why)
  useSystemNetwork(process.env)
  const run = await runLoopback({ ...deps, ...wish, window: deps.built.window, surroundings })
  return run.kind === 'ended' ? { kind: 'ended', code: 0 } : run
}
