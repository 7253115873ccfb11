import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, type Disk, makeFolder } from '../files/index.ts'
import { isRunning, thisProcess } from './process-identity.ts'
import { ownCorner } from './room.ts'

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
  disk: Disk
  /** This computer's name. */
  host?: string
  /** Called once when another Signpost took the lock away, after this computer slept for long. */
  onLost?: () => void
}

/** May throw the file system's own errors (no permission, read-only disk): the caller names them. */
export async function takeLock(root: string, deps: LockDeps): Promise<LockResult> {
  const folder = ownCorner(root)
  await makeFolder(deps.disk, folder)
  const path = join(folder, 'lock.json')
  const host = deps.host ?? hostname()
  const mine: LockFile = { token: randomUUID(), ...(await thisProcess()), host }
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await createNew(deps.disk, path, mine)) return { kind: 'locked', lock: hold(path, mine, deps) }
    const theirs = await readLock(deps.disk, path)
    if (theirs === 'gone') continue
    if (theirs !== 'unreadable' && (await counts(path, theirs, host, deps))) {
      return { kind: 'held', sentence: heldSentence(theirs, host) }
    }
    await setAside(deps.disk, path, theirs)
  }
  return { kind: 'held', sentence: heldSentence(null, host) }
}

async function createNew(disk: Disk, path: string, mine: LockFile): Promise<boolean> {
  try {
    const file = await disk.open(path, 'wx')
    try {
      await file.writeFile(JSON.stringify(mine))
      await file.sync()
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function readLock(disk: Disk, path: string): Promise<LockFile | 'gone' | 'unreadable'> {
  // Between making the file and writing it, another Signpost's lock is empty for an instant: look again before judging.
  for (const wait of [0, 100, 200]) {
    await disk.wait(wait)
    try {
      const read = lockSchema.safeParse(JSON.parse(await disk.readFile(path, 'utf8')))
      if (read.success) return read.data
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return 'gone'
    }
  }
  return 'unreadable'
}

async function counts(path: string, theirs: LockFile, host: string, { disk, now }: LockDeps): Promise<boolean> {
  const running = theirs.host === host ? await isRunning(theirs) : 'unknown'
  if (running !== 'unknown') return running === 'yes'
  const renewed = await disk.stat(path).then(
    found => found.mtimeMs,
    () => 0,
  )
  return now().getTime() - renewed < oldAfterMs
}

/** Moves a lock that counts for nothing out of the way. If it was replaced meanwhile, the new one is put back. */
async function setAside(disk: Disk, path: string, stale: LockFile | 'unreadable'): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await disk.rename(path, aside)
  } catch {
    // Somebody else was quicker: the next attempt sees what they left.
    return
  }
  const moved = await readLock(disk, aside)
  const isStale = typeof moved === 'string' || (typeof stale === 'object' && moved.token === stale.token)
  if (isStale) await disk.rm(aside, { force: true })
  else await disk.rename(aside, path)
}

function hold(path: string, mine: LockFile, { disk, onLost, now }: LockDeps): Lock {
  const timer = setInterval(async () => {
    const found = await readLock(disk, path)
    if (found === 'gone') {
      // Somebody tidied the folder up.
      await createNew(disk, path, mine).catch(() => undefined)
    } else if (found !== 'unreadable' && found.token !== mine.token) {
      clearInterval(timer)
      onLost?.()
    } else {
      await touch(disk, path, now()).catch(() => undefined)
    }
  }, renewEveryMs)
  // The lock alone never keeps the program running.
  timer.unref()
  return {
    async release() {
      clearInterval(timer)
      const found = await readLock(disk, path)
      if (typeof found === 'object' && found.token === mine.token)
        await disk.rm(path, { force: true }).catch(() => undefined)
    },
  }
}

async function touch(disk: Disk, path: string, at: Date): Promise<void> {
  const file = await disk.open(path, 'r+')
  try {
    await file.utimes(at, at)
  } finally {
    await file.close()
  }
}

function heldSentence(theirs: LockFile | null, host: string): string {
  const where = theirs === null || theirs.host === host ? 'on this computer' : `on the computer “${theirs.host}”`
  return `This workspace is already open in another Signpost window ${where}, so you can read here but not change anything. Your work is safe: carry on in the other window, or close it and open the workspace again.`
}
