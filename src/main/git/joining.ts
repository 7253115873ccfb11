import { basename, dirname, join } from 'node:path'
import type { Person } from '../../shared/review/records.ts'
import { codeOf, type Disk, diskTrouble, lstatOrNull, makeFolder, nodeDisk, patiently } from '../files/index.ts'
import type { Address } from './address.ts'
import { bytesComing } from './coming.ts'
import { readRemote, writeRemote } from './remote.ts'
import { listPacks } from './repair/index.ts'
import { type Repository, repositoryAt } from './repository.ts'
import { startRepository } from './start.ts'

/**
 * Where a workspace grows that somebody joins: in a folder beside its place, which no list of folders shows. The workspace
 * itself is one further in, so that what is only for the time of joining can stand beside it.
 */
export function joiningFolder(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}-joining`)
}

const growing = (folder: string) => join(joiningFolder(folder), 'workspace')

/**
 * Goes on with what an earlier attempt for this address left here; anything else that it left is of no use. Throws what the
 * disk says where it does not let one look: what has come would be taken for nothing.
 */
export async function startOrGoOn(disk: Disk, folder: string, address: Address, by: Person): Promise<Repository> {
  const begun = await begunAt(disk, folder)
  if (begun !== null && (await addressIn(begun)) === address.url) {
    await listPacks(begun)
    return begun
  }
  await patiently(disk, () => disk.rm(growing(folder), { recursive: true, force: true }))
  await makeFolder(disk, growing(folder))
  const repository = await startRepository(growing(folder), disk, by)
  await writeRemote(repository, address)
  return repository
}

/** Whether the workspace of this address stands in its place, whole: it gets there by its last step. Throws as above. */
export async function isJoined(disk: Disk, folder: string, address: Address): Promise<boolean> {
  return (await addressIn(repositoryAt(folder, disk))) === address.url
}

/** Null where nothing tells. */
async function addressIn(repository: Repository): Promise<string | null> {
  try {
    return (await readRemote(repository))?.url ?? null
  } catch (error) {
    if (diskTrouble(error) !== null) throw error
    return null
  }
}

/** Bytes of the history that are here already; 0 where nothing was begun. */
export async function cameSoFar(folder: string, disk: Disk = nodeDisk): Promise<number> {
  const begun = await begunAt(disk, folder)
  if (begun === null) return 0
  const packs = join(begun.gitdir, 'objects', 'pack')
  const sizes = (await namesIn(disk, packs)).map(async name => (await lstatOrNull(disk, join(packs, name)))?.size ?? 0)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, await bytesComing(begun))
}

/** Leaves nothing of it behind. */
export async function giveUpJoining(folder: string, disk: Disk = nodeDisk): Promise<void> {
  await patiently(disk, () => disk.rm(joiningFolder(folder), { recursive: true, force: true }))
}

async function begunAt(disk: Disk, folder: string): Promise<Repository | null> {
  const root = growing(folder)
  // A link would lead to a folder that is somebody's.
  for (const part of [joiningFolder(folder), root]) {
    if (!(await lstatOrNull(disk, part))?.isDirectory()) return null
  }
  // By its last name where it is whole, and did not get to its place.
  const name = (await namesIn(disk, root)).find(each => /^\.git(?:-[0-9a-f]{8})?$/.test(each))
  return name === undefined ? null : repositoryAt(root, disk, join(root, name))
}

async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await patiently(disk, () => disk.readdir(folder))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return []
    throw error
  }
}
