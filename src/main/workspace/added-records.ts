import type { z } from 'zod'
import { type ContentHash, parseRecord, workspacePathSchema, writeRecord } from '../../shared/content/index.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/outcome.ts'
import { isDiskTrouble, thrown } from '../files/index.ts'
import type { FactCache } from './fact-cache.ts'
import { hashOf } from './hash.ts'
import type { Unreadable } from './read-entries.ts'
import { namesIn, namesInMany, type Room } from './room.ts'

/** `<top>/<folder>/<ulid>.yml`: small files that are only ever added, so one that was read is not read again. */
export interface AddedRecords<R> {
  /** Of one folder, or of all; the oldest first. Throws what the disk says where it does not let one of them be read. */
  list(folder?: string): Promise<R[]>
  add(record: R): Promise<{ kind: 'ok' } | Refusal>
  /** Files among them that say nothing Signpost understands, as far as they were read. */
  unreadable(): Unreadable[]
  /** Keeps on this computer what the files said, for the next start. */
  save(): Promise<void>
}

export interface KindOfRecord<R> {
  top: string
  schema: z.ZodType<R>
  /** Under which the cache keeps what a file said; changes with the schema. */
  fact: string
  largest: number
  folderOf(record: R): string
  isFolder(name: string): boolean
  /** Why a record is not to be trusted, whatever its place; null for one that is sound. */
  whyNot?(record: R): Refusal | null
  /** Said where a record has no place to be written to. */
  notKept: string
  /** What a record in another's place belongs to: “another page”. */
  elsewhere: string
}

export function openAddedRecords<R extends { id: string; at: string }>(
  room: Room,
  cache: FactCache,
  kind: KindOfRecord<R>,
): AddedRecords<R> {
  const records = new Map<string, R>()
  const hashes = new Map<string, ContentHash>()
  const trouble = new Map<string, Unreadable>()
  /** Only then is it known which of what the cache holds is no more. */
  let knowsAll = false

  const pathOf = (record: R) => `${kind.top}/${kind.folderOf(record)}/${record.id}.yml`

  function take(path: string, bytes: Uint8Array | Refusal): void {
    const record = readRecord(path, bytes)
    trouble.delete(path)
    // Without one of them a page could count as approved that is not: nothing is said until all can be read.
    if (isRefusal(record) && isDiskTrouble(record)) throw thrown(record)
    if (isRefusal(record)) {
      const { code, sentence, nextStep } = record
      trouble.set(path, { path, code, sentence, nextStep })
    } else records.set(path, record)
  }

  /** A record has to have the place and the name that it says itself, or it could speak of something else. */
  function readRecord(path: string, bytes: Uint8Array | Refusal): R | Refusal {
    if (isRefusal(bytes)) return bytes
    const text = new TextDecoder().decode(bytes)
    const hash = hashOf(text)
    hashes.set(path, hash)
    const recalled = cache.recall(hash, kind.fact, kind.schema)
    const record = recalled ?? parseRecord(text, kind.schema, `“${path}”`)
    if (isRefusal(record)) return record
    if (recalled === undefined) cache.remember(hash, kind.fact, record)
    if (path !== pathOf(record)) return misplaced(path, kind.elsewhere)
    return kind.whyNot?.(record) ?? record
  }

  async function readFolders(names: readonly string[]): Promise<R[]> {
    const folders = names.map(name => `${kind.top}/${name}`)
    const files = await namesInMany(room, folders, 'file')
    const paths = folders.flatMap((folder, at) =>
      (files[at] ?? []).filter(name => name.endsWith('.yml')).map(name => `${folder}/${name}`),
    )
    const unknown = paths.flatMap(path => (records.has(path) ? [] : (workspacePathSchema.safeParse(path).data ?? [])))
    await room.readMany(unknown, kind.largest, (bytes, path) => take(path, bytes))
    return paths.flatMap(path => records.get(path) ?? []).sort(inOrderSaid)
  }

  return {
    async list(folder) {
      if (folder !== undefined) return readFolders([folder])
      const all = await readFolders((await namesIn(room, kind.top, 'folder')).filter(kind.isFolder))
      knowsAll = true
      return all
    },
    async add(record) {
      const path = workspacePathSchema.safeParse(pathOf(record))
      if (!path.success || !/^[0-9A-Za-z-]{1,64}$/.test(record.id))
        return refuse('bad-record', kind.notKept, 'Try again.', record.id)
      const written = await room.write(path.data, writeRecord(record))
      if (isRefusal(written)) return written
      records.set(path.data, record)
      return { kind: 'ok' }
    },
    unreadable: () => [...trouble.values()],
    async save() {
      if (knowsAll) await cache.save(new Set(hashes.values()))
    },
  }
}

const misplaced = (path: string, elsewhere: string) =>
  refuse(
    'misplaced-record',
    `“${path}” belongs to ${elsewhere} or has another name, so what it says does not count.`,
    'Put the file back where it was.',
  )

/** A name grows with time, and with what its writer knew already; the moments in the files are by many clocks. */
function inOrderSaid(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1
}
