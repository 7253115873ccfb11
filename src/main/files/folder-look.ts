import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { join } from 'node:path'
import { type Disk, nodeDisk } from './disk.ts'

/**
 * How each file under a folder stood, by its path: enough to tell later, without reading thousands of them, that none of
 * them changed since.
 */
export type FolderLook = Readonly<Record<string, string>>

/** Some disks tell the time in steps of two seconds: what was written so shortly before could be written again unseen. */
const settledMs = 2_000
const largest = 50_000_000

/** Looks at all files but hidden ones; null where one of them cannot be looked at. */
export function lookAtFolder(root: string, now: number, disk: Disk = nodeDisk): FolderLook | null {
  try {
    const look: Record<string, string> = {}
    for (const [path, stats] of filesUnder(root, '', disk)) {
      const isSettled = now - Math.max(stats.mtimeMs, stats.ctimeMs) > settledMs
      look[path] = isSettled ? stampOf(stats) : wordsOf(join(root, path), disk)
    }
    return look
  } catch {
    return null
  }
}

/** Whether there are the same files, and each of them is the same; where that cannot be told, it is not so. */
export function standsAsBefore(root: string, before: FolderLook, disk: Disk = nodeDisk): boolean {
  try {
    let count = 0
    for (const [path, stats] of filesUnder(root, '', disk)) {
      count += 1
      const known = Object.hasOwn(before, path) ? before[path] : undefined
      if (known === undefined) return false
      if (known !== (known.startsWith(ofWords) ? wordsOf(join(root, path), disk) : stampOf(stats))) return false
    }
    return count === Object.keys(before).length
  } catch {
    return false
  }
}

function* filesUnder(root: string, folder: string, disk: Disk): Generator<readonly [string, Stats]> {
  for (const { name } of disk.readdirNow(join(root, folder)) ?? []) {
    if (name.startsWith('.')) continue
    const path = folder === '' ? name : `${folder}/${name}`
    const stats = disk.lstatNow(join(root, path))
    if (stats?.isDirectory()) yield* filesUnder(root, path, disk)
    else if (stats) yield [path, stats]
  }
}

/** Nobody sets the time of a file’s last change of any kind (`ctime`) by hand. */
function stampOf({ size, mtimeMs, ctimeMs, ino, mode }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino} ${mode}`
}

const ofWords = 'sha256 '

function wordsOf(path: string, disk: Disk): string {
  const bytes = disk.readNow(path, largest)
  if (bytes === null) throw new Error(`${path} cannot be read at once`)
  return `${ofWords}${createHash('sha256').update(bytes).digest('hex')}`
}
