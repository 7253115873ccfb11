import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { z } from 'zod'
import { isRefusal, type Refusal } from '../../shared/outcome.ts'
import { codeOf, type Disk, nodeDisk, orDiskTrouble, patiently, severalAtOnce, thrown } from '../files/index.ts'
import { readJson, setAside, writeJson } from './durable-json.ts'

/** A folder with one durable JSON file a thing, by the thing's own id. */
export interface JsonFolder<T> {
  /** On disk, flushed, before this answers. */
  put(item: T): Promise<{ kind: 'kept' } | Refusal>
  read(id: string): Promise<T | null>
  /**
   * In the order of their ids. A file that does not hold what it should is set aside and left out. Both throw what the disk
   * says where it does not let one look: what is there could be written over otherwise.
   */
  list(): Promise<T[]>
  /** Removing what is not there is no fault. */
  remove(id: string): Promise<void>
}

export interface JsonFolderDeps {
  /** The data folder. */
  data: string
  now: () => Date
  disk?: Disk
}

export function jsonFolder<T>(
  folder: string,
  schema: z.ZodType<T>,
  idOf: (item: T) => string,
  { data, now, disk = nodeDisk }: JsonFolderDeps,
): JsonFolder<T> {
  const pathOf = (id: string) => join(folder, `${fileName(id)}.json`)

  async function readAt(path: string): Promise<T | null> {
    const read = await readJson(path, schema, disk)
    if (isRefusal(read)) throw thrown(read)
    if (read.kind === 'read') return read.value
    if (read.kind === 'broken') await setAside(path, now(), disk)
    return null
  }

  return {
    put: item =>
      orDiskTrouble(async () => {
        await writeJson(data, pathOf(idOf(item)), item, disk)
        return { kind: 'kept' } as const
      }),
    read: id => readAt(pathOf(id)),
    async list() {
      const names = await namesIn(disk, folder)
      const items = await severalAtOnce(names, name => readAt(join(folder, name)))
      return items.filter(item => item !== null)
    },
    async remove(id) {
      const removed = await orDiskTrouble(() => patiently(disk, () => disk.rm(pathOf(id), { force: true })))
      // What could not be removed is shown again, which is the safe way round.
      if (isRefusal(removed)) return
    },
  }
}

/** Ids come from files and messages: one that is no plain name becomes one. */
function fileName(id: string): string {
  return /^[A-Za-z0-9_-]{1,100}$/.test(id) ? id : createHash('sha256').update(id).digest('hex')
}

async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return (await patiently(disk, () => disk.readdir(folder))).filter(name => name.endsWith('.json')).sort()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
    throw error
  }
}
