import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { codeOf, outOfHandles, patiently } from './trouble.ts'

/**
 * Puts `data` at `target` so that a kill or a power cut at any instant leaves either the former file or the new one,
 * whole: written and flushed in `temp` (a private folder on the same disk), renamed, and the folder flushed. Makes
 * missing folders. Throws what the disk says; a failed write leaves nothing behind. With `later`, the folders are added there
 * instead of being flushed: until the caller does, a power cut may lose the file, though never leave half of it.
 */
export async function replaceFile(
  disk: Disk,
  temp: string,
  target: string,
  data: Uint8Array | string,
  later?: Set<string>,
): Promise<void> {
  const fresh = join(temp, randomBytes(12).toString('hex'))
  try {
    await inFolder(disk, temp, () => patiently(disk, () => writeFlushed(disk, fresh, data)))
    await inFolder(disk, dirname(target), () => patiently(disk, () => disk.rename(fresh, target)), later)
  } catch (error) {
    await disk.unlink(fresh).catch(() => undefined)
    throw error
  }
  if (later) later.add(dirname(target))
  else await flushFolder(disk, dirname(target))
}

async function writeFlushed(disk: Disk, path: string, data: Uint8Array | string): Promise<void> {
  const file = await disk.open(path, 'w', 0o644)
  try {
    await file.writeFile(data)
    if (!disk.hasty) await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the folder only when the work shows that it is missing, which saves a call for every other file. */
async function inFolder(disk: Disk, folder: string, work: () => Promise<void>, later?: Set<string>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await makeFolder(disk, folder, later)
    await work()
  }
}

/** Makes the folder and those above it, each known to the disk before anything is put into it. */
export async function makeFolder(disk: Disk, folder: string, later?: Set<string>): Promise<void> {
  const first = await disk.mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    if (later) later.add(dirname(made))
    else await flushFolder(disk, dirname(made))
  }
}

/** Windows cannot flush a folder and some network disks will not: their own journals stand in for it. */
const cannotFlush = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF', 'ENOENT'])

export async function flushFolder(disk: Disk, folder: string): Promise<void> {
  if (disk.hasty) return
  try {
    // What says that it cannot be flushed says so at once.
    const handle = await patiently(disk, () => disk.open(folder, 'r'), outOfHandles)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!cannotFlush.has(codeOf(error) ?? '')) throw error
  }
}
