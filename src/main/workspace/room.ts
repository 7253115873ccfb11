import type { Dirent } from 'node:fs'
import { dirname, join } from 'node:path'
import { type WorkspacePath, workspacePathSchema } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import {
  codeOf,
  type Disk,
  flushFolder,
  folderGone,
  inside,
  lstatOrNull,
  makeFolder,
  orDiskTrouble,
  patiently,
  readInside,
  readMany,
  removeDurably,
  sweep,
  type Written,
  writeDurably,
} from '../files/index.ts'

/** One workspace's folder, as everything in here reaches it: every read and write passes this one door. */
export interface Room {
  /** Absolute. */
  root: string
  disk: Disk
  now: () => Date
  /** Why nothing can be changed here, or null. */
  readOnly(): string | null
  read(path: WorkspacePath, maxBytes: number): Promise<Uint8Array | Refusal>
  /** Reads very many as `read` does, and hands each to `use`. */
  readMany<R>(
    paths: readonly WorkspacePath[],
    maxBytes: number,
    use: (bytes: Uint8Array | Refusal, path: WorkspacePath) => R,
  ): Promise<R[]>
  exists(path: WorkspacePath): Promise<boolean | Refusal>
  /**
   * Throws what the disk says where the workspace’s folder is no longer there, as when a drive is pulled out: its pages are
   * not gone then, and nothing may be written into a folder made anew in its place.
   */
  there(): Promise<void>
  write(path: WorkspacePath, data: Uint8Array | string): Promise<Written | Refusal>
  remove(path: WorkspacePath): Promise<Written | Refusal>
  /** In one step, so that at any instant the file is at one place or the other; refuses to write over what stands there. */
  move(from: WorkspacePath, to: WorkspacePath): Promise<Written | Refusal>
}

/** Signpost's own corner of a workspace, which is no part of its history and is never shared, shown or watched. */
export function ownCorner(root: string): string {
  return join(root, '.signpost')
}

/** Where files are written before they take their place. */
export function halfWritten(root: string): string {
  return join(root, ...halfWrittenPath.split('/'))
}
export const halfWrittenPath = workspacePathSchema.parse('.signpost/tmp')

/** Every workspace has both, and the place at which a drive is seen has neither while the drive is away. */
const marks = ['signpost.yml', '.git']

export function openRoom(root: string, disk: Disk, now: () => Date, readOnly: () => string | null): Room {
  const guarded = async (work: () => Promise<Written | Refusal>): Promise<Written | Refusal> => {
    const why = readOnly()
    if (why !== null) return refuse('read-only', why, 'Carry on in the other window, or close it and open again.')
    return orDiskTrouble(async () => {
      await there()
      return work()
    })
  }
  async function there(): Promise<void> {
    for (const mark of marks) if ((await lstatOrNull(disk, join(root, mark))) !== null) return
    throw folderGone(root)
  }
  return {
    root,
    disk,
    now,
    readOnly,
    read: (path, maxBytes) => orDiskTrouble(() => readInside(root, path, maxBytes, disk)),
    readMany: (paths, maxBytes, use) => readMany(root, paths, maxBytes, use, disk),
    exists: path =>
      orDiskTrouble(async () => {
        const place = await inside(root, path, disk)
        return isRefusal(place) ? place : (await lstatOrNull(disk, place.absolute)) !== null
      }),
    there,
    write: (path, data) => guarded(() => writeDurably(root, path, data, { disk, temp: halfWritten(root) })),
    remove: path => guarded(() => removeDurably(root, path, { disk })),
    move: (from, to) => guarded(() => move(root, disk, from, to)),
  }
}

async function move(root: string, disk: Disk, from: WorkspacePath, to: WorkspacePath): Promise<Written | Refusal> {
  const [old, fresh] = [await inside(root, from, disk), await inside(root, to, disk)]
  if (isRefusal(old)) return old
  if (isRefusal(fresh)) return fresh
  // Where “Travel.md” and “travel.md” are one file, the new name seems to be taken by the file itself.
  const isSameName = from.toLowerCase() === to.toLowerCase()
  if (!isSameName && (await lstatOrNull(disk, fresh.absolute)) !== null) return addressTaken
  await makeFolder(disk, dirname(fresh.absolute))
  await patiently(disk, () => disk.rename(old.absolute, fresh.absolute))
  await flushFolder(disk, dirname(fresh.absolute))
  // What is left to remove at the old place is the folder, if that was its last file.
  return isSameName ? { kind: 'written' } : removeDurably(root, from, { disk })
}

export const addressTaken = refuse(
  'address-taken',
  'There is another page at this address already. Nothing was changed.',
  'Choose another address, or another title.',
)

/**
 * The names in one folder of the workspace, sorted; none where there is no such folder. Links and hidden files are left out.
 * Throws what the disk says where it cannot be listed, so that nobody takes that for an empty one.
 */
export async function namesIn(room: Room, folder: string, kind: 'file' | 'folder'): Promise<string[]> {
  const path = join(room.root, folder)
  return namesOf(await orNone(() => patiently(room.disk, () => room.disk.readdir(path, { withFileTypes: true }))), kind)
}

/** The same for very many folders, in their order. */
export async function namesInMany(
  room: Room,
  folders: readonly string[],
  kind: 'file' | 'folder',
): Promise<string[][]> {
  const quickly = await sweep(folders, folder => listedNow(room, folder))
  const names: string[][] = []
  for (const [at, folder] of folders.entries()) {
    const entries = quickly[at]
    names.push(entries ? namesOf(entries, kind) : await namesIn(room, folder, kind))
  }
  return names
}

/** Null where that has to be done more patiently. */
function listedNow({ disk, root }: Room, folder: string): Dirent[] | null {
  try {
    return disk.readdirNow(join(root, folder))
  } catch {
    return null
  }
}

function namesOf(entries: readonly Dirent[], kind: 'file' | 'folder'): string[] {
  return entries
    .filter(entry => (kind === 'file' ? entry.isFile() : entry.isDirectory()) && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .sort()
}

async function orNone(list: () => Promise<Dirent[]>): Promise<Dirent[]> {
  try {
    return await list()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return []
    throw error
  }
}
