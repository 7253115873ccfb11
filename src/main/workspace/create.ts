import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type SiteConfig, writeSiteConfig } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { codeOf, type Disk, makeFolder, nodeDisk, orDiskTrouble, writeDurably } from '../files/index.ts'
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
  { disk = nodeDisk, env, home }: CreateDeps = {},
): Promise<{ kind: 'created'; root: string } | Refusal> {
  const root = resolve(folder)
  // Windows keeps “Documents” in OneDrive without saying so in its name: the true place counts too.
  const synced = syncedBy(root, env, home) ?? syncedBy(await truePlace(root), env, home)
  if (synced !== null) return refuseSynced(synced)
  return orDiskTrouble(async () => {
    const names = await namesIn(disk, root)
    const no = names === null ? null : refuseUsed(names, basename(root))
    if (no !== null) return no
    await makeFolder(disk, root)
    const written = await writeDurably(root, configPath, writeSiteConfig(null, config), {
      disk,
      temp: halfWritten(root),
    })
    return isRefusal(written) ? written : { kind: 'created' as const, root }
  })
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
