import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { codeOf, type Disk, lstatOrNull, makeFolder, patiently } from '../files/index.ts'
import { isRunning, thisLaptop, thisProcess } from './process-identity.ts'
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
  /** Tells two computers of one name apart; null where that cannot be told. */
  laptop: z.string().nullable().default(null),
})
type LockFile = z.infer<typeof lockSchema>

/** While it is held, the lock's file time is renewed; where a process cannot be asked, an old time means nobody. */
const renewEveryMs = 30_000
const oldAfterMs = 10 * 60_000
/** Longer than somebody who holds it is silent, and how often to look meanwhile. */
const [silentMs, lookMs] = [45_000, 3_000]
const attempts = 40
const clearingMs = 50

export interface LockDeps {
  disk: Disk
  /** This computer's name. */
  host?: string
  /** Which one it is, whatever it is called; null where its system does not tell. */
  laptop?: string | null
  /** Called once when another Signpost took the lock away, after this computer slept for long. */
  onLost?: () => void
}

/** May throw the file system's own errors (no permission, read-only disk): the caller names them. */
export async function takeLock(root: string, deps: LockDeps): Promise<LockResult> {
  const folder = ownCorner(root)
  await makeFolder(deps.disk, folder)
  const path = join(folder, 'lock.json')
  const laptop = deps.laptop === undefined ? await thisLaptop() : deps.laptop
  const mine: LockFile = { token: randomUUID(), ...(await thisProcess()), host: deps.host ?? hostname(), laptop }
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await createNew(deps.disk, path, mine)) {
      heldHere.add(mine.token)
      return { kind: 'locked', lock: hold(path, mine, deps) }
    }
    const theirs = await standing(path, mine, deps)
    if (theirs === 'counts-for-nothing') await clearAway(path, mine, attempt, deps)
    else if (theirs !== 'gone') return { kind: 'held', sentence: heldSentence(theirs, mine) }
  }
  return { kind: 'held', sentence: heldSentence(null, mine) }
}

async function standing(
  path: string,
  mine: LockFile,
  deps: LockDeps,
): Promise<LockFile | 'gone' | 'counts-for-nothing'> {
  const found = await readLock(deps.disk, path)
  if (found === 'gone') return found
  return found !== 'unreadable' && (await counts(path, found, mine, deps)) ? found : 'counts-for-nothing'
}

/** The locks that this process holds; another one of its own is left from a time when the disk failed. */
const heldHere = new Set<string>()

async function createNew(disk: Disk, path: string, mine: LockFile): Promise<boolean> {
  const file = await openNew(disk, path)
  if (file === null) return false
  try {
    await file.writeFile(JSON.stringify(mine))
    await file.sync()
  } catch (error) {
    // It would name a process that lives and does not hold it.
    await disk.rm(path, { force: true }).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
  return true
}

/** Null where there is one. */
async function openNew(disk: Disk, path: string) {
  try {
    return await patiently(disk, () => disk.open(path, 'wx'))
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null
    throw error
  }
}

/** Throws what the disk says where it does not let the file be read: it may be a lock that counts. */
async function readLock(disk: Disk, path: string): Promise<LockFile | 'gone' | 'unreadable'> {
  let fault: unknown = null
  // Between making the file and writing it, another Signpost's lock is empty for an instant: look again before judging.
  for (const wait of [0, 100, 200]) {
    await disk.wait(wait)
    try {
      const read = lockSchema.safeParse(JSON.parse(await disk.readFile(path, 'utf8')))
      if (read.success) return read.data
      fault = null
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return 'gone'
      fault = codeOf(error) === null ? null : error
    }
  }
  if (fault !== null) throw fault
  return 'unreadable'
}

/** Another of the same name is another computer: a program that lives there does not run here, and is not dead. */
const isHere = (theirs: LockFile, mine: LockFile) =>
  theirs.host === mine.host && (theirs.laptop === mine.laptop || theirs.laptop === null || mine.laptop === null)

async function counts(path: string, theirs: LockFile, mine: LockFile, { disk }: LockDeps): Promise<boolean> {
  const here = isHere(theirs, mine)
  // No other process here has this number, also where the system does not say when it started.
  if (here && theirs.pid === process.pid) return heldHere.has(theirs.token)
  const running = here ? await isRunning(theirs) : 'unknown'
  if (running !== 'unknown') return running === 'yes'
  const renewed = (await lstatOrNull(disk, path))?.mtimeMs ?? 0
  const age = (await timeOfDisk(disk, dirname(path))) - renewed
  return age < -oldAfterMs ? isRenewed(path, renewed, disk) : age < oldAfterMs
}

/**
 * Whether somebody renews a lock whose time is still to come: the clock of the disk was put right since. To wait for that
 * time may be to wait for years, so it is looked whether anybody lives who holds it.
 */
async function isRenewed(path: string, last: number, disk: Disk): Promise<boolean> {
  for (let waited = 0; waited < silentMs; waited += lookMs) {
    await disk.wait(lookMs)
    if ((await lstatOrNull(disk, path))?.mtimeMs !== last) return true
  }
  return false
}

/** What the disk takes the time for: no laptop’s clock is asked, as one that is wrong would end a lock that is held, or none. */
async function timeOfDisk(disk: Disk, folder: string): Promise<number> {
  const path = join(folder, `time-${randomUUID()}`)
  try {
    await (await patiently(disk, () => disk.open(path, 'wx'))).close()
    return (await disk.stat(path)).mtimeMs
  } finally {
    await disk.rm(path, { force: true }).catch(() => undefined)
  }
}

/**
 * Removes a lock that counts for nothing. One at a time, and after a second look: of two that found the same dead lock, the
 * slower would otherwise remove what the quicker has put in its place.
 */
async function clearAway(path: string, mine: LockFile, attempt: number, deps: LockDeps): Promise<void> {
  const { disk } = deps
  const clearing = `${path}.clearing`
  if (!(await createNew(disk, clearing, mine))) {
    // It takes an instant, so after so long somebody was killed at it.
    if (attempt < attempts / 2) await disk.wait(clearingMs)
    else await disk.rm(clearing, { force: true })
    return
  }
  try {
    if ((await standing(path, mine, deps)) === 'counts-for-nothing') await disk.rm(path, { force: true })
  } finally {
    await disk.rm(clearing, { force: true })
  }
}

function hold(path: string, mine: LockFile, { disk, onLost }: LockDeps): Lock {
  let renewed = Promise.resolve()
  const timer = setInterval(() => {
    renewed = renew()
  }, renewEveryMs)
  // The lock alone never keeps the program running.
  timer.unref()
  async function renew(): Promise<void> {
    const found = await readLock(disk, path).catch(unreadable)
    if (found === 'gone') {
      // Somebody tidied the folder up.
      await createNew(disk, path, mine).catch(() => undefined)
    } else if (found !== 'unreadable' && found.token !== mine.token) {
      clearInterval(timer)
      onLost?.()
    } else if (found !== 'unreadable') {
      await touch(disk, path, mine).catch(() => undefined)
    }
  }
  return {
    async release() {
      clearInterval(timer)
      // A renewal that is under way would put the lock back after it is gone.
      await renewed
      heldHere.delete(mine.token)
      const found = await readLock(disk, path).catch(unreadable)
      if (typeof found === 'object' && found.token === mine.token)
        await disk.rm(path, { force: true }).catch(() => undefined)
    },
  }
}

/** Whoever holds a lock goes on holding it, and what is left of it counts for nothing once this process is gone. */
const unreadable = () => 'unreadable' as const

/** The same words in their own place, so that the disk says when, and a cut leaves them as they were. */
async function touch(disk: Disk, path: string, mine: LockFile): Promise<void> {
  const file = await disk.open(path, 'r+')
  try {
    const words = Buffer.from(JSON.stringify(mine))
    await file.write(words, 0, words.length, 0)
    await file.truncate(words.length)
  } finally {
    await file.close()
  }
}

function heldSentence(theirs: LockFile | null, mine: LockFile): string {
  const other = theirs?.host === mine.host ? 'on another laptop that is also called' : 'on the laptop'
  const where = theirs === null || isHere(theirs, mine) ? 'on this laptop' : `${other} “${theirs.host}”`
  return `This workspace is already open in another Signpost window ${where}, so you can read here but not change anything. Your work is safe: carry on in the other window, or close it and open the workspace again.`
}
