import { constants } from 'node:fs'
import type { WorkspacePath } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { type Disk, nodeDisk, noFollow } from './disk.ts'
import { inside } from './inside.ts'
import { codeOf, orDiskTrouble, patiently } from './trouble.ts'

/**
 * A file's bytes, at most `maxBytes` of them. Refuses with `missing`, `not-a-file` (a folder, a device, a link) or
 * `too-big`, besides the disk's own faults. Opens once and reads what it opened, so nothing can be swapped in between.
 */
export async function readBounded(
  path: string,
  maxBytes: number,
  disk: Disk = nodeDisk,
): Promise<Uint8Array | Refusal> {
  try {
    return await patiently(disk, () => readOpened(disk, path, maxBytes))
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return refuse('missing', 'This file is not there any more.', 'Look in “Recently deleted”.', path)
    }
    if (code === 'ELOOP' || code === 'EISDIR') return notAFile(path)
    return orDiskTrouble(() => Promise.reject(error))
  }
}

/** The same for a path of the workspace, through its one door; `looked` as `inside` has it. */
export async function readInside(
  root: string,
  path: WorkspacePath,
  maxBytes: number,
  disk: Disk = nodeDisk,
  looked?: Set<string>,
): Promise<Uint8Array | Refusal> {
  const place = await inside(root, path, disk, looked)
  return isRefusal(place) ? place : readBounded(place.absolute, maxBytes, disk)
}

async function readOpened(disk: Disk, path: string, maxBytes: number): Promise<Uint8Array | Refusal> {
  const file = await disk.open(path, constants.O_RDONLY | noFollow)
  try {
    const stats = await file.stat()
    if (!stats.isFile()) return notAFile(path)
    if (stats.size > maxBytes) return tooBig(path, maxBytes)
    // One byte more than there should be, so that one call shows whether this was all.
    const first = new Uint8Array(stats.size + 1)
    const { bytesRead } = await file.read(first, 0, first.length, 0)
    const bytes = bytesRead === stats.size ? first.subarray(0, bytesRead) : await file.readFile()
    return bytes.byteLength > maxBytes ? tooBig(path, maxBytes) : bytes
  } finally {
    await file.close()
  }
}

const notAFile = (path: string) =>
  refuse('not-a-file', 'This is not a plain file, so Signpost did not read it.', 'Replace it with a file.', path)

const tooBig = (path: string, maxBytes: number) =>
  refuse(
    'too-big',
    `This file is larger than Signpost reads here (${Math.round(maxBytes / 1_000_000)} MB). It was left as it is.`,
    'Make the file smaller, or keep it somewhere else and link to it.',
    path,
  )
