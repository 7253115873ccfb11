import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { WorkspacePath } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { type Disk, inside, lstatOrNull, readBounded, replaceFile, severalAtOnce, sweep } from '../files/index.ts'
import { asKept, largestShared, managedFiles, managedFolders, pathOfWork } from './managed.ts'
import type { Oid } from './repository.ts'

/**
 * What is in the workspace's folder, as git objects' names. Whether a file changed is decided by its content; a file is
 * read again only when something about it on disk differs from when it was last read.
 */
export interface WorkTree {
  /**
   * Null where nothing is; undefined where something is that is not taken: a link, a folder, a file too large to share. In
   * one sweep over many files, `looked` holds the folders that were looked at (see `inside`).
   */
  oidOf(path: WorkspacePath, looked?: Set<string>): Promise<Oid | null | undefined | Refusal>
  read(path: WorkspacePath): Promise<Uint8Array | Refusal>
  /** Every managed file that is there now with its name as a git object, as `oidOf` has it; `closed` as `list` has it. */
  scan(): Promise<{ oids: Map<WorkspacePath, Oid | null | undefined | Refusal>; closed: string[] }>
  /** Every managed file that is there now. `closed` are folders behind a link: nothing is known about them. */
  list(): Promise<{ paths: WorkspacePath[]; closed: string[] }>
  /** Remembers what was read for the next start, once that is worth a write. */
  remember(): Promise<void>
}

const seenSchema = z.object({
  size: z.number(),
  mtime: z.number(),
  ctime: z.number(),
  inode: z.number(),
  /** When it was read, in the time of this computer. */
  at: z.number(),
  oid: z.string(),
})
type Seen = z.infer<typeof seenSchema>
const rememberedSchema = z.record(z.string(), seenSchema)

/** A file written while it was read may carry the same time afterwards; times this close to the reading prove nothing. */
const tooFresh = 3000

export async function workTreeAt(root: string, disk: Disk, cache: string, now: () => number): Promise<WorkTree> {
  const file = join(cache, 'files.json')
  const seen = new Map(Object.entries(await readRemembered(disk, file)))
  let unremembered = 0

  async function oidOf(path: WorkspacePath, looked?: Set<string>): Promise<Oid | null | undefined | Refusal> {
    const place = await inside(root, path, disk, looked)
    return isRefusal(place) ? undefined : oidAt(path, place.stats)
  }

  async function oidAt(path: WorkspacePath, stats: Stats | null): Promise<Oid | null | undefined | Refusal> {
    return knownAt(path, stats) ?? (stats === null ? null : readAt(path, stats))
  }

  /** What is known without reading: undefined also where a reading has to tell. */
  function knownAt(path: WorkspacePath, stats: Stats | null): Oid | undefined {
    const before = seen.get(path)
    if (!before || !stats?.isFile()) return undefined
    return sameFile(before, factsOf(stats)) ? before.oid : undefined
  }

  async function readAt(path: WorkspacePath, stats: Stats): Promise<Oid | null | undefined | Refusal> {
    if (!stats.isFile() || stats.size > largestShared(path)) return undefined
    const at = now()
    const bytes = await read(path)
    if (isRefusal(bytes)) return bytes.code === 'missing' ? null : bytes.code === 'not-a-file' ? undefined : bytes
    const oid = blobOid(bytes)
    seen.set(path, { ...factsOf(stats), at, oid })
    unremembered++
    return oid
  }

  async function read(path: WorkspacePath): Promise<Uint8Array | Refusal> {
    const place = await inside(root, path, disk)
    if (isRefusal(place)) return place
    const bytes = await readBounded(place.absolute, largestShared(path), disk)
    return isRefusal(bytes) ? bytes : asKept(path, bytes)
  }

  return {
    oidOf,
    read,
    scan: async () => {
      const { paths, closed } = await listManaged(root, disk)
      const looks = await sweep(paths, path => disk.lstatNow(join(root, path)))
      const oids = new Map<WorkspacePath, Oid | null | undefined | Refusal>()
      const unknown: { path: WorkspacePath; stats: Stats | null }[] = []
      for (const [at, path] of paths.entries()) {
        const stats = looks[at] ?? null
        const known = knownAt(path, stats)
        oids.set(path, known)
        if (known === undefined) unknown.push({ path, stats })
      }
      await severalAtOnce(unknown, async ({ path, stats }) => void oids.set(path, await oidAt(path, stats)))
      return { oids, closed }
    },
    list: () => listManaged(root, disk),
    remember: async () => {
      if (unremembered < 100) return
      unremembered = 0
      await replaceFile(disk, join(cache, 'tmp'), file, JSON.stringify(Object.fromEntries(seen)))
    },
  }
}

const factsOf = (stats: Stats) => ({
  size: stats.size,
  mtime: stats.mtimeMs,
  ctime: stats.ctimeMs,
  inode: stats.ino,
})

function sameFile(seen: Seen, facts: Omit<Seen, 'at' | 'oid'>): boolean {
  return (
    seen.size === facts.size &&
    seen.mtime === facts.mtime &&
    seen.ctime === facts.ctime &&
    seen.inode === facts.inode &&
    Math.max(facts.mtime, facts.ctime) + tooFresh < seen.at
  )
}

export function blobOid(bytes: Uint8Array): Oid {
  return createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex')
}

async function readRemembered(disk: Disk, file: string): Promise<Record<string, Seen>> {
  try {
    const text = await disk.readFile(file, 'utf8')
    return rememberedSchema.catch({}).parse(JSON.parse(text))
  } catch {
    // It can all be read again: a missing or damaged memory only costs time.
    return {}
  }
}

async function listManaged(root: string, disk: Disk): Promise<{ paths: WorkspacePath[]; closed: string[] }> {
  const paths: WorkspacePath[] = []
  const closed: string[] = []
  for (const name of managedFiles) {
    const path = pathOfWork(name)
    if (path && (await lstatOrNull(disk, join(root, name)))?.isFile()) paths.push(path)
  }
  for (let waiting: Folder[] = managedFolders.map(path => ({ path, isSure: false })); waiting.length > 0; ) {
    const deeper = await sweep(waiting, folder => listOne(root, folder, disk))
    waiting = []
    for (const found of deeper) {
      if (typeof found === 'string') closed.push(found)
      else {
        paths.push(...found.files)
        waiting.push(...found.folders)
      }
    }
  }
  return { paths, closed }
}

/** `isSure`: the folder above has just said that it is one, and no link. Not every disk says that. */
interface Folder {
  path: string
  isSure: boolean
}

/** What is in a folder; for anything that is no folder, such as a link to one, its own path. */
function listOne(
  root: string,
  { path, isSure }: Folder,
  disk: Disk,
): { files: WorkspacePath[]; folders: Folder[] } | string {
  const absolute = join(root, path)
  const stats = isSure ? null : disk.lstatNow(absolute)
  if (stats !== null && !stats.isDirectory()) return path
  const files: WorkspacePath[] = []
  const folders: Folder[] = []
  for (const entry of (isSure || stats ? disk.readdirNow(absolute) : null) ?? []) {
    const known = knownWork(`${path}/${entry.name}`)
    if (known === null) continue
    if (entry.isFile()) files.push(known)
    else folders.push({ path: known, isSure: entry.isDirectory() })
  }
  return { files, folders }
}

/** Whether a path is somebody's work takes longer to say than to look the file up, and is asked again and again. */
const answers = new Map<string, WorkspacePath | null>()
const mostAnswers = 100_000

function knownWork(path: string): WorkspacePath | null {
  const known = answers.get(path)
  if (known !== undefined) return known
  if (answers.size >= mostAnswers) answers.clear()
  const answer = pathOfWork(path)
  answers.set(path, answer)
  return answer
}
