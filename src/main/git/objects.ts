import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { Errors } from 'isomorphic-git'
import { codeOf, lstatOrNull, patiently } from '../files/index.ts'
import { oidOf, readLoose, type Stored } from './object-format.ts'
import type { Oid, Repository } from './store.ts'

export * from './object-format.ts'

export function looseFile({ gitdir }: Pick<Repository, 'gitdir'>, oid: Oid): string {
  return join(gitdir, 'objects', oid.slice(0, 2), oid.slice(2))
}

/** Null for what is not there, or is there and damaged. */
export async function readStored(repository: Repository, oid: Oid): Promise<Stored | null> {
  const { disk } = repository
  // Asking a pack's list is a search in memory; asking the disk for what is not there is a call for each.
  const packed = await repository.packs.readKnown(oid)
  if (packed !== null) return packed
  try {
    const bytes = await patiently(disk, () => disk.readFile(looseFile(repository, oid)))
    return readLoose(bytes, oid)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) throw error
  }
  return repository.packs.read(oid)
}

/** The same, where a name says that it is there. Throws what `isDamage` knows. */
export async function storedAt(repository: Repository, oid: Oid): Promise<Stored> {
  const stored = await readStored(repository, oid)
  if (stored === null) throw damagedAt(oid)
  return stored
}

export const damagedAt = (oid: Oid) => new Errors.NotFoundError(oid)

/** Keeps something under its own name. It is on the disk for good once a name leads to it (see durableFs). */
export async function writeStored(repository: Repository, stored: Stored): Promise<Oid> {
  const oid = oidOf(stored)
  const path = looseFile(repository, oid)
  if ((await lstatOrNull(repository.disk, path)) !== null) return oid
  const header = Buffer.from(`${stored.type} ${stored.body.byteLength}\0`)
  const bytes = deflateSync(Buffer.concat([header, stored.body]), { level: 1 })
  await repository.fs.promises.writeFile(path, bytes)
  return oid
}
