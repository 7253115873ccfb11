import { dirname, join } from 'node:path'
import type { WorkspacePath } from '../../shared/content/ids.ts'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { type Disk, nodeDisk } from './disk.ts'
import { inside } from './inside.ts'
import { flushFolder, replaceFile } from './replace-file.ts'
import { codeOf, orDiskTrouble, patiently } from './trouble.ts'

export interface Written {
  kind: 'written'
}
const written: Written = { kind: 'written' }

export interface WriteOptions {
  /** A private folder on the same disk; `.git/signpost-tmp` of the root unless given. */
  temp?: string
  disk?: Disk
}

/** The private folder of a workspace: outside everything that is shared, watched or shown. */
export function privateFolder(root: string): string {
  return join(root, '.git', 'signpost-tmp')
}

/**
 * Writes a file of the workspace so that at any instant the disk holds either the former one or this one. Answers once
 * it would survive a power cut; refuses with a named fault of the disk, or `leads-out` for a path through a link.
 */
export async function writeDurably(
  root: string,
  path: WorkspacePath,
  data: Uint8Array | string,
  { temp = privateFolder(root), disk = nodeDisk }: WriteOptions = {},
): Promise<Written | Refusal> {
  return orDiskTrouble(async () => {
    const place = await inside(root, path, disk)
    if (isRefusal(place)) return place
    await replaceFile(disk, temp, place.absolute, data)
    return written
  })
}

/** Removes a file of the workspace, and the folders that this leaves empty. Removing what is not there is no fault. */
export async function removeDurably(
  root: string,
  path: WorkspacePath,
  { disk = nodeDisk }: { disk?: Disk } = {},
): Promise<Written | Refusal> {
  return orDiskTrouble(async () => {
    const place = await inside(root, path, disk)
    if (isRefusal(place)) return place
    await patiently(disk, () => unlinkIfThere(disk, place.absolute))
    const kept = await removeEmptyFolders(disk, root, dirname(place.absolute))
    await flushFolder(disk, kept)
    return written
  })
}

async function unlinkIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.unlink(path)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error
  }
}

/** Answers the nearest folder that stays. */
async function removeEmptyFolders(disk: Disk, root: string, folder: string): Promise<string> {
  if (folder === root || !folder.startsWith(root)) return folder
  try {
    await disk.rmdir(folder)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return folder
  }
  return removeEmptyFolders(disk, root, dirname(folder))
}
