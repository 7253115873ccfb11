import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { isRunning, thisProcess } from './process-identity.ts'

/**
 * One Signpost writes a workspace at a time; the second one opens it to read. The lock is a file in the workspace itself,
 * so that two data folders, or two computers at one network drive, see it too. It names a process exactly, so that a
 * Signpost that was killed leaves a lock that counts for nothing.
 */
export interface Lock {
  /** Gives the workspace up; only ever removes its own lock. */
  release(): Promise<void>
}
export type LockResult = { kind: 'locked'; lock: Lock } | { kind: 'held'; sentence: string }

const lockSchema = z.object({
  /** Tells two locks of one process apart. */
  token: z.string(),
  pid: z.number().int().positive(),
  started: z.string().nullable(),
  host: z.string(),
})
type LockFile = z.infer<typeof lockSchema>

/** While it is held, the lock's file time is renewed; where a process cannot be asked, an old time means nobody. */
const renewEveryMs = 30_000
const oldAfterMs = 10 * 60_000
const attempts = 5

export interface LockDeps {
  now: () => Date
  /** This computer's name. */
  host?: string
  /** Called once when another Signpost took the lock away, after this computer slept for long. */
  onLost?: () => void
}

/** May throw the file system's own errors (no permission, read-only disk): the caller names them. */
export async function takeLock(root: string, deps: LockDeps): Promise<LockResult> {
  // Beside the history, where nothing is shared, shown or watched.
  const folder = join(root, '.git')
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'signpost-lock.json')
  const host = deps.host ?? hostname()
  const mine: LockFile = { token: randomUUID(), ...(await thisProcess()), host }
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await createNew(path, mine)) return { kind: 'locked', lock: hold(path, mine, deps) }
    const theirs = await readLock(path)
    if (theirs === 'gone') continue
    if (theirs !== 'unreadable' && (await counts(path, theirs, host, deps.now()))) {
      return { kind: 'held', sentence: heldSentence(theirs, host) }
    }
    await setAside(path, theirs)
  }
  return { kind: 'held', sentence: heldSentence(null, host) }
}

async function createNew(path: string, mine: LockFile): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(JSON.stringify(mine))
      await file.sync()
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function readLock(path: string): Promise<LockFile | 'gone' | 'unreadable'> {
  // Between making the file and writing it, another Signpost's lock is empty for an instant: look again before judging.
  for (const wait of [0, 100, 200]) {
    await pause(wait)
    try {
      const read = lockSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
      if (read.success) return read.data
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'gone'
    }
  }
  return 'unreadable'
}

async function counts(path: string, theirs: LockFile, host: string, now: Date): Promise<boolean> {
  const running = theirs.host === host ? await isRunning(theirs) : 'unknown'
  if (running !== 'unknown') return running === 'yes'
  const renewed = await stat(path).then(
    found => found.mtimeMs,
    () => 0,
  )
  return now.getTime() - renewed < oldAfterMs
}

/** Moves a lock that counts for nothing out of the way. If it was replaced meanwhile, the new one is put back. */
async function setAside(path: string, stale: LockFile | 'unreadable'): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    // Somebody else was quicker: the next attempt sees what they left.
    return
  }
  const moved = await readLock(aside)
  const isStale = typeof moved === 'string' || (typeof stale === 'object' && moved.token === stale.token)
  if (isStale) await rm(aside, { force: true })
  else await rename(aside, path)
}

function hold(path: string, mine: LockFile, { onLost, now }: LockDeps): Lock {
  const timer = setInterval(async () => {
    const found = await readLock(path)
    if (found === 'gone') {
      // Somebody tidied the folder up.
      await createNew(path, mine).catch(() => undefined)
    } else if (found !== 'unreadable' && found.token !== mine.token) {
      clearInterval(timer)
      onLost?.()
    } else {
      await utimes(path, now(), now()).catch(() => undefined)
    }
  }, renewEveryMs)
  // The lock alone never keeps the program running.
  timer.unref()
  return {
    async release() {
      clearInterval(timer)
      const found = await readLock(path)
      if (typeof found === 'object' && found.token === mine.token)
        await rm(path, { force: true }).catch(() => undefined)
    },
  }
}

function heldSentence(theirs: LockFile | null, host: string): string {
  const where = theirs === null || theirs.host === host ? 'on this computer' : `on the computer “${theirs.host}”`
  return `This workspace is already open in another Signpost window ${where}, so you can read here but not change anything. Your work is safe: carry on in the other window, or close it and open the workspace again.`
}
