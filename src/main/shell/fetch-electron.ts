import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** All in milliseconds. */
export interface FetchLimits {
  /** The whole of it. */
  total: number
  /** Without one byte more. */
  still: number
  /** Between two looks. */
  look: number
}

export const fetchLimits: FetchLimits = { total: 90_000, still: 10_000, look: 500 }

export interface FetchDeps {
  /** The node program to run the script with. */
  node: string
  /** The folder of Electron's package, whose own `install.js` does the work. */
  folder: string
  env: Readonly<Record<string, string | undefined>>
  limits: FetchLimits
  onProgress(bytes: number): void
  signal: AbortSignal
}

export type Fetched = { kind: 'fetched' } | { kind: 'failed'; reason: string } | { kind: 'stopped' }

/**
 * Lets Electron's own package fetch its program, check it and unpack it, while the bytes that arrive are watched from
 * outside: the package's script has no limit of its own and would hang on a network that swallows requests.
 */
export async function fetchElectron({ node, folder, env, limits, onProgress, signal }: FetchDeps): Promise<Fetched> {
  // The script downloads into the system's temporary folder; one of our own can be measured, and cleared away.
  const scratch = await mkdtemp(join(tmpdir(), 'signpost-electron-'))
  const child = spawn(node, [join(folder, 'install.js')], {
    env: { ...env, TMPDIR: scratch, TMP: scratch, TEMP: scratch, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new AbortController()
  const exit = new Promise<Fetched>(resolve => {
    let complaint = ''
    child.stderr.on('data', (part: Buffer) => {
      complaint = (complaint + part.toString()).slice(0, 4000)
    })
    child.once('error', error => resolve({ kind: 'failed', reason: error.message }))
    child.once('close', code =>
      resolve(code === 0 ? { kind: 'fetched' } : { kind: 'failed', reason: firstLine(complaint) }),
    )
  })
  try {
    const limit = watch([scratch, join(folder, 'dist')], limits, onProgress, AbortSignal.any([signal, ended.signal]))
    return await Promise.race([exit, limit])
  } finally {
    ended.abort()
    child.kill('SIGKILL')
    await exit
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Ends when nothing has arrived for too long, when it has taken too long in all, or when it is told to. */
async function watch(
  folders: readonly string[],
  limits: FetchLimits,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Fetched> {
  const started = performance.now()
  let bytes = await sizeOf(folders)
  const before = bytes
  let grewAt = started
  while (!signal.aborted) {
    await pause(limits.look, signal)
    const now = performance.now()
    const present = await sizeOf(folders)
    // Less than before is progress too: the download has been moved away to be unpacked.
    if (present !== bytes) {
      grewAt = now
      bytes = present
      onProgress(Math.max(0, bytes - before))
    }
    if (now - grewAt >= limits.still) return { kind: 'failed', reason: 'nothing more arrived from the network' }
    if (now - started >= limits.total) return { kind: 'failed', reason: 'it took too long' }
  }
  return { kind: 'stopped' }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}

async function sizeOf(folders: readonly string[]): Promise<number> {
  const sizes = await Promise.all(folders.map(folderSize))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = await Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(entry =>
        stat(join(entry.parentPath, entry.name)).then(
          found => found.size,
          () => 0,
        ),
      ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The line of a stack trace that says what happened. */
function firstLine(complaint: string): string {
  return (
    complaint
      .trim()
      .split('\n')[0]
      ?.replace(/^\w*Error: /, '')
      .slice(0, 200) || 'the download failed'
  )
}
