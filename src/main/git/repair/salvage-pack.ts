import { codeOf, type Disk, patiently } from '../../files/index.ts'
import { growPack } from '../growing-pack.ts'
import { readStored, type Stored, writeStored } from '../objects.ts'
import { applied, entryAt } from '../pack-entry.ts'
import type { Oid, Repository } from '../repository.ts'

/**
 * Takes out of a damaged pack everything that can still be read, each whole and one at a time: up to the damage from its
 * beginning, and behind it by where its list says that things begin. `offsets`, in order, are null where no list can be read.
 */
export async function salvage(repository: Repository, path: string, offsets: readonly number[] | null): Promise<void> {
  const taken = await takenUpToDamage(repository, path)
  const file = await patiently(repository.disk, () => repository.disk.open(path, 'r')).catch(nullIfLost)
  if (file === null || offsets === null) return void file?.close()
  try {
    const { size } = await file.stat()
    const ends = new Map(offsets.map((begin, at) => [begin, offsets[at + 1] ?? size]))
    // A difference can be from another: once around for each step of the longest chain that is not in order.
    for (let left = offsets.filter(begin => !taken.has(begin)), before = -1; left.length !== before; ) {
      before = left.length
      for (const begin of left) {
        const stored = await storedIn(repository, file, { begin, end: ends.get(begin) ?? size }, taken).catch(
          nullIfLost,
        )
        if (stored !== null) taken.set(begin, await writeStored(repository, stored))
      }
      left = left.filter(begin => !taken.has(begin))
    }
  } finally {
    await file.close()
  }
}

/** Where each thing that was taken out begins, and its name. */
async function takenUpToDamage(repository: Repository, path: string): Promise<Map<number, Oid>> {
  const taken = new Map<number, Oid>()
  const outside = (oid: Oid) => readStored(repository, oid).catch(nullIfLost)
  const pack = await growPack(repository.disk, path, outside, 'to look').catch(nullIfLost)
  try {
    for (const { begin, oid } of pack?.things() ?? []) {
      const stored = (await pack?.read(oid).catch(nullIfLost)) ?? null
      if (stored !== null) taken.set(begin, await writeStored(repository, stored))
    }
  } finally {
    await pack?.close()
  }
  return taken
}

/** Null for what cannot be read, or not yet. */
async function storedIn(
  repository: Repository,
  file: Awaited<ReturnType<Disk['open']>>,
  { begin, end }: { begin: number; end: number },
  taken: ReadonlyMap<number, Oid>,
): Promise<Stored | null> {
  const bytes = Buffer.alloc(Math.max(0, end - begin))
  const { bytesRead } = await file.read(bytes, 0, bytes.length, begin)
  const entry = entryAt(bytes.subarray(0, bytesRead), 0)
  if (entry?.kind !== 'delta') return entry?.stored ?? null
  const base = typeof entry.base === 'number' ? taken.get(begin + entry.base) : entry.base
  const source = base === undefined ? null : await readStored(repository, base)
  const body = source === null ? null : applied(source.body, entry.delta)
  return source === null || body === null ? null : { type: source.type, body }
}

/** Bytes that a disk has lost are damage; a file that it does not open at this moment is none, and is not laid aside. */
export function nullIfLost(error: unknown): null {
  if (['ENOENT', 'EIO'].includes(codeOf(error) ?? '')) return null
  throw error
}
