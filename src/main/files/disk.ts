import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
} from 'node:fs'
import * as node from 'node:fs/promises'
import { setImmediate, setTimeout } from 'node:timers/promises'

/** What this folder needs of a file system. It is passed in, so that a test can fill the disk at any one of these calls. */
export type Disk = Pick<
  typeof node,
  | 'open'
  | 'rename'
  | 'unlink'
  | 'mkdir'
  | 'readFile'
  | 'readdir'
  | 'stat'
  | 'lstat'
  | 'readlink'
  | 'rmdir'
  | 'rm'
  | 'symlink'
  | 'chmod'
> & {
  /** Milliseconds to let another program finish with a file. */
  wait(ms: number): Promise<unknown>
  /**
   * The same looks for thousands of files at once, as `sweep` and `readMany` use them: a call that waits costs ten times what the
   * look itself does. Null for what is not there.
   */
  lstatNow(path: string): Stats | null
  readdirNow(path: string): Dirent[] | null
  /** A plain file's bytes; null for anything that has to be looked at more closely, whatever it is. */
  readNow(path: string, maxBytes: number): Uint8Array | null
  /** Nothing waits until the disk has it for good: only for what can always be made again. */
  hasty?: true
}

export const nodeDisk: Disk = {
  ...node,
  wait: ms => setTimeout(ms),
  lstatNow: path => orNull(() => lstatSync(path, { throwIfNoEntry: false }) ?? null),
  readdirNow: path => orNull(() => readdirSync(path, { withFileTypes: true })),
  readNow: (path, maxBytes) => {
    try {
      return readAtOnce(path, maxBytes)
    } catch {
      return null
    }
  },
}

/** Windows has no such flag; there every part of a path is looked at before. */
export const noFollow = constants.O_NOFOLLOW ?? 0

function readAtOnce(path: string, maxBytes: number): Uint8Array | null {
  const file = openSync(path, constants.O_RDONLY | noFollow)
  try {
    const stats = fstatSync(file)
    if (!stats.isFile() || stats.size > maxBytes) return null
    // One byte more than there should be, so that one call shows whether this was all.
    const bytes = new Uint8Array(stats.size + 1)
    const count = readSync(file, bytes, 0, bytes.length, 0)
    return count === stats.size ? bytes.subarray(0, count) : null
  } finally {
    closeSync(file)
  }
}

function orNull<T>(look: () => T): T | null {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))) return null
    throw error
  }
}

const holdsUpMs = 8

/** For long work that hardly waits: lets everything else go on, a typist above all, each time this has held it up for a while. */
export function breather(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < holdsUpMs) return
    await setImmediate()
    began = performance.now()
  }
}

/** Does the same with each of very many, and lets everything else go on in between. */
export async function sweep<T, R>(items: readonly T[], look: (item: T) => R): Promise<R[]> {
  const found: R[] = []
  const breathe = breather()
  for (let at = 0; at < items.length; at += 32) {
    for (const item of items.slice(at, at + 32)) found.push(look(item))
    await breathe()
  }
  return found
}
