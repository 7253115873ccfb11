import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type SiteConfig, writeSiteConfig } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import {
  codeOf,
  type Disk,
  flushFolder,
  makeFolder,
  nodeDisk,
  orDiskTrouble,
  patiently,
  writeDurably,
} from '../files/index.ts'
import { halfWritten } from './room.ts'
import { refuseSynced, syncedBy } from './synced-folder.ts'
import { configPath } from './workspace.ts'

export interface CreateDeps {
  disk?: Disk
  /** To find out whether another program copies the folder between computers. */
  env?: Readonly<Record<string, string | undefined>>
  home?: string
}

/**
 * Makes the folder of a new workspace with its settings in it. Refuses with `synced-folder`, `already-a-workspace`,
 * `folder-not-empty`, `not-a-folder`, or the disk's own faults; a refusal leaves no workspace and changes no file.
 */
export async function createWorkspace(
  folder: string,
  config: SiteConfig,
  deps: CreateDeps = {},
): Promise<{ kind: 'created'; root: string } | Refusal> {
  const { disk = nodeDisk } = deps
  const place = await placeForWorkspace(folder, deps)
  if (isRefusal(place)) return place
  const { root } = place
  return orDiskTrouble(async () => {
    await makeFolder(disk, root)
    const written = await writeDurably(root, configPath, writeSiteConfig(null, config), {
      disk,
      temp: halfWritten(root),
    })
    return isRefusal(written) ? written : { kind: 'created' as const, root }
  })
}

/** Where a workspace may be made: a folder that is not there yet, or one with nothing of anybody's in it. */
export async function placeForWorkspace(
  folder: string,
  { disk = nodeDisk, env, home }: CreateDeps = {},
): Promise<{ kind: 'place'; root: string } | Refusal> {
  const root = resolve(folder)
  // Windows keeps “Documents” in OneDrive without saying so in its name: the true place counts too.
  const synced = syncedBy(root, env, home) ?? syncedBy(await truePlace(root), env, home)
  if (synced !== null) return refuseSynced(synced)
  return orDiskTrouble(async () => {
    const names = await namesIn(disk, root)
    const no = names === null ? null : refuseUsed(names, basename(root))
    return no ?? { kind: 'place' as const, root }
  })
}

/** Gives a workspace that grew elsewhere on the same disk its place. Throws what the disk says. */
export async function moveIn(grown: string, root: string, disk: Disk = nodeDisk): Promise<void> {
  const names = await namesIn(disk, root)
  for (const name of Array.isArray(names) ? names.filter(one => ofNoAccount.has(one)) : []) {
    await patiently(disk, () => disk.rm(join(root, name), { force: true }))
  }
  // Not every system puts a folder in the place of an empty one.
  if (names !== null) await disk.rmdir(root)
  await patiently(disk, () => disk.rename(grown, root))
  await flushFolder(disk, dirname(root))
}

/** With links followed, as far as the path exists. */
async function truePlace(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await truePlace(parent), basename(path))
  }
}

/** Null where there is no such folder yet. */
async function namesIn(disk: Disk, root: string): Promise<string[] | 'file' | null> {
  try {
    return await disk.readdir(root)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    if (codeOf(error) === 'ENOTDIR') return 'file'
    throw error
  }
}

/** What systems leave in any folder that somebody looked at. */
const ofNoAccount = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db'])

function refuseUsed(names: string[] | 'file', name: string): Refusal | null {
  if (names === 'file') {
    return refuse('not-a-folder', `“${name}” is a file, or is inside one. Nothing was made.`, 'Choose a folder.')
  }
  if (names.includes('signpost.yml')) {
    return refuse(
      'already-a-workspace',
      `“${name}” is a workspace already. Nothing was changed.`,
      'Open it, or choose another folder.',
    )
  }
  if (names.every(one => ofNoAccount.has(one))) return null
  return refuse(
    'folder-not-empty',
    `“${name}” has other files in it. Nothing was changed.`,
    'Choose an empty folder, or a new name.',
  )
}
