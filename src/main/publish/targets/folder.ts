import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PublishTarget } from '../../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../../shared/outcome.ts'
import { codeOf, nodeDisk, orDiskTrouble, patiently } from '../../files/index.ts'
import type { FilePlace, PlaceEntry } from './file-place.ts'
import { deliverOneByOne, isMissing } from './one-by-one.ts'
import type { BuiltSite, Target } from './target.ts'

type FolderTarget = Extract<PublishTarget, { kind: 'folder' }>

const nameOf = ({ path }: FolderTarget) => `the folder ${path}`

/** A folder that a web server reads, on this computer or on a network share. */
export const folderTarget: Target<FolderTarget, BuiltSite> = {
  kind: 'folder',
  nameOf,
  deliver: async (target, delivery) => {
    const outcome = await orDiskTrouble(() => deliverOneByOne(folderPlace(target.path), nameOf(target), delivery))
    return isRefusal(outcome) ? inWordsOf(target, outcome) : outcome
  },
}

function folderPlace(root: string): FilePlace {
  const at = (path: string) => join(root, path)
  return {
    // A disk is kept busy by one; a second would only make it jump.
    atOnce: 1,
    entries: folder => orNull(() => entriesOf(at(folder))),
    read: path => orNull(() => readFile(at(path))),
    write: (path, bytes) => isDone(() => writeFile(at(path), bytes)),
    replace: (from, to) => isDone(() => patiently(nodeDisk, () => rename(at(from), at(to)))),
    makeFolder: async path => {
      // The folder itself is never made: a network drive may only be disconnected.
      await stat(root)
      await mkdir(at(path), { recursive: true })
    },
    remove: path => patiently(nodeDisk, () => rm(at(path), { force: true })),
    removeIfEmpty: folder => isRemoved(at(folder)),
  }
}

async function entriesOf(folder: string): Promise<PlaceEntry[]> {
  const found = await readdir(folder, { withFileTypes: true })
  return await Promise.all(
    found.map(async entry => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
      bytes: entry.isFile() ? ((await orNull(() => stat(join(folder, entry.name))))?.size ?? 0) : 0,
    })),
  )
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

async function isDone(work: () => Promise<void>): Promise<boolean> {
  return (await orNull(() => work().then(() => true))) ?? false
}

async function isRemoved(folder: string): Promise<boolean> {
  try {
    await rmdir(folder)
    return true
  } catch (error) {
    // Not empty, or already gone with an earlier try: both are as it should be. A fault of the disk shows at the next write.
    return codeOf(error) === 'ENOENT'
  }
}

/** The disk's own faults speak of the workspace; here it is another folder, and what is there has to be said. */
function inWordsOf(target: FolderTarget, fault: Refusal): Refusal {
  const { path: folder } = target
  switch (fault.code) {
    case 'folder-gone':
      return isMissing(nameOf(target), fault.detail)
    case 'no-permission-on-disk':
    case 'disk-read-only':
      return refuse(
        'folder-not-writable',
        `This laptop may not write in the folder ${folder}, so the site could not be sent there.`,
        'Ask whoever looks after the folder to let you write in it, then publish again.',
        fault.detail,
      )
    case 'disk-full':
      return refuse(
        'folder-full',
        `The disk of the folder ${folder} is full, so only a part of the site could be sent.`,
        'Free some space there, then publish again: Signpost sends only what is missing.',
        fault.detail,
      )
    default:
      return fault
  }
}
