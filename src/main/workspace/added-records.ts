import type { z } from 'zod'
import { areSame, type ContentHash, parseRecord, workspacePathSchema, writeRecord } from '../../shared/content/index.ts'
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
  /** What each folder held when it was last looked at; most are the same the next time. */
  const folders = new Map<string, Folder<R>>()
  /** All of them together, in the order said. */
  let whole: { folders: readonly Folder<R>[]; records: readonly R[] } = { folders: [], records: [] }
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

  async function readFolders(names: readonly string[]): Promise<Folder<R>[]> {
    const paths = names.map(name => `${kind.top}/${name}`)
    const files = await namesInMany(room, paths, 'file')
    const isAsBefore = (path: string, now: readonly string[]) => {
      const before = folders.get(path)
      return before !== undefined && areSame(before.names, now)
    }
    const changed = paths.flatMap((path, at) => {
      const now = files[at] ?? []
      return isAsBefore(path, now)
        ? []
        : [{ path, names: now, files: now.filter(isRecord).map(each => `${path}/${each}`) }]
    })
    const unknown = changed.flatMap(each =>
      each.files.flatMap(path => (records.has(path) ? [] : (workspacePathSchema.safeParse(path).data ?? []))),
    )
    await room.readMany(unknown, kind.largest, (bytes, path) => take(path, bytes))
    const fresh = new Map(
      changed.map(each => {
        const said = each.files.flatMap(path => records.get(path) ?? []).sort(inOrderSaid)
        return [each.path, { names: each.names, records: said, isWhole: said.length === each.files.length }]
      }),
    )
    // What could not be read is looked at again the next time: it may have been put right.
    for (const [path, folder] of fresh) if (folder.isWhole) folders.set(path, folder)
    return paths.flatMap(path => fresh.get(path) ?? folders.get(path) ?? [])
  }

  /** Twenty thousand records are put in order once; what comes after is put in among them. */
  function together(now: readonly Folder<R>[]): R[] {
    const [before, present] = [new Set(whole.folders), new Set(now)]
    const gone = new Set(whole.folders.flatMap(folder => (present.has(folder) ? [] : folder.records)))
    const come = now.flatMap(folder => (before.has(folder) ? [] : folder.records))
    const stayed = gone.size === 0 ? whole.records : whole.records.filter(record => !gone.has(record))
    const all = come.length === 0 ? stayed : [...stayed, ...come.sort(inOrderSaid)].sort(inOrderSaid)
    whole = { folders: now, records: all }
    return [...all]
  }

  return {
    async list(folder) {
      if (folder !== undefined) return (await readFolders([folder])).flatMap(each => each.records)
      const now = await readFolders((await namesIn(room, kind.top, 'folder')).filter(kind.isFolder))
      knowsAll = true
      return together(now)
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

interface Folder<R> {
  names: readonly string[]
  /** In the order said. */
  records: R[]
}

const isRecord = (name: string) => name.endsWith('.yml')

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
