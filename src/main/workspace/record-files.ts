import type { z } from 'zod'
import {
  type ContentHash,
  parseRecord,
  type WorkspacePath,
  workspacePathSchema,
  writeRecord,
} from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { isDiskTrouble, thrown } from '../files/index.ts'
import type { FactCache } from './fact-cache.ts'
import { hashOf } from './hash.ts'
import type { Unreadable } from './read-entries.ts'
import { namesIn, type Room } from './room.ts'

/** `<folder>/<id>.yml`: small files of one kind, each of which can be written anew. */
export interface RecordFiles<T> {
  /** In the order of their names. Throws what the disk says where it does not let one of them be read. */
  list(): Promise<T[]>
  put(record: T): Promise<{ kind: 'ok' } | Refusal>
  remove(id: string): Promise<{ kind: 'ok' } | Refusal>
  pathOf(id: string): WorkspacePath
  /** Files among them that say nothing Signpost understands, as far as they were read. */
  unreadable(): Unreadable[]
  /** Keeps on this computer what the files said, for the next start. */
  save(): Promise<void>
}

export interface RecordKind<T> {
  folder: string
  schema: z.ZodType<T>
  /** For kinds of which there are many: what a file said need not be read again at the next start. */
  cache: FactCache | null
}

const largest = 1_000_000

export function openRecordFiles<T extends { id: string }>(
  room: Room,
  { folder, schema, cache }: RecordKind<T>,
): RecordFiles<T> {
  /** By the hash of their words: a file that was written anew by anybody is read anew. */
  const known = new Map<ContentHash, T | Refusal>()
  const present = new Set<ContentHash>()
  const trouble = new Map<string, Unreadable>()
  const fact = `${folder} 1`

  function read(path: string, bytes: Uint8Array | Refusal): T | Refusal {
    if (isRefusal(bytes)) {
      // What cannot be read now is not what is not there.
      if (isDiskTrouble(bytes)) throw thrown(bytes)
      return bytes
    }
    const text = new TextDecoder().decode(bytes)
    const hash = hashOf(text)
    present.add(hash)
    const record = known.get(hash) ?? cache?.recall(hash, fact, schema) ?? parseRecord(text, schema, `“${path}”`)
    known.set(hash, record)
    if (isRefusal(record)) return record
    cache?.remember(hash, fact, record)
    return path === `${folder}/${record.id}.yml` ? record : misplaced(path)
  }

  const pathOf = (id: string) => workspacePathSchema.parse(`${folder}/${id}.yml`)

  return {
    async list() {
      const names = (await namesIn(room, folder, 'file')).filter(name => name.endsWith('.yml'))
      const paths = names.flatMap(name => workspacePathSchema.safeParse(`${folder}/${name}`).data ?? [])
      trouble.clear()
      present.clear()
      const records = await room.readMany(paths, largest, (bytes, path) => {
        const record = read(path, bytes)
        if (!isRefusal(record)) return record
        // A file that went between two looks is not there; that is no trouble.
        if (record.code === 'missing') return null
        const { code, sentence, nextStep } = record
        trouble.set(path, { path, code, sentence, nextStep })
        return null
      })
      return records.flatMap(record => record ?? [])
    },
    async put(record) {
      const written = await room.write(pathOf(record.id), writeRecord(record))
      return isRefusal(written) ? written : { kind: 'ok' }
    },
    async remove(id) {
      const removed = await room.remove(pathOf(id))
      return isRefusal(removed) ? removed : { kind: 'ok' }
    },
    pathOf,
    unreadable: () => [...trouble.values()],
    async save() {
      if (present.size > 0) await cache?.save(present)
    },
  }
}

const misplaced = (path: string) =>
  refuse(
    'misplaced-record',
    `“${path}” says that it is another one than its name, so what it says does not count.`,
    'Put the file back where it was.',
  )
