import * as node from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

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
  /** Nothing waits until the disk has it for good: only for what can always be made again. */
  hasty?: true
}

export const nodeDisk: Disk = { ...node, wait: ms => setTimeout(ms) }
