import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
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
   * The same two looks for thousands of files at once, as `sweep` uses them: a call that waits costs ten times what the
   * look itself does. Null for what is not there.
   */
  lstatNow(path: string): Stats | null
  readdirNow(path: string): Dirent[] | null
  /** Nothing waits until the disk has it for good: only for what can always be made again. */
  hasty?: true
}

export const nodeDisk: Disk = {
  ...node,
  wait: ms => setTimeout(ms),
  lstatNow: path => orNull(() => lstatSync(path, { throwIfNoEntry: false }) ?? null),
  readdirNow: path => orNull(() => readdirSync(path, { withFileTypes: true })),
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

/** Does the same with each of very many, and lets everything else go on in between. */
export async function sweep<T, R>(items: readonly T[], look: (item: T) => R): Promise<R[]> {
  const found: R[] = []
  for (let began = performance.now(), at = 0; at < items.length; ) {
    for (const item of items.slice(at, at + 32)) found.push(look(item))
    at += 32
    if (performance.now() - began < holdsUpMs) continue
    await setImmediate()
    began = performance.now()
  }
  return found
}
