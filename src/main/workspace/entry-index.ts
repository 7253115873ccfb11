import type { z } from 'zod'
import { derivedId, type Entry, type PageId } from '../../shared/content/index.ts'
import { breather, isDiskTrouble } from '../files/index.ts'
import { oneAtATime } from '../settings/index.ts'
import type { FactCache } from './fact-cache.ts'
import { lazyEntry } from './lazy-entry.ts'
import { type EntryFile, type EntryRead, entryReader, readEntry, type Unreadable } from './read-entries.ts'
import type { Room } from './room.ts'

/** One page or service as it stands on this disk. */
export interface Indexed {
  file: EntryFile
  entry: Entry
}

export interface EntryIndex {
  /** By their paths. */
  all(): readonly Indexed[]
  byId(id: PageId): Indexed | null
  byPath(path: string): Indexed | null
  unreadable(): readonly Unreadable[]
  /**
   * Reads what changed on the disk, or only these files; answers the ids of entries that are new, different or gone. Throws
   * what the disk says where it cannot be listed, or is gone with all of them.
   */
  refresh(paths?: readonly string[]): Promise<PageId[]>
  /** Works something out of an entry once for each text, and remembers it on this computer. */
  derive<T>(indexed: Indexed, name: string, schema: z.ZodType<T>, compute: (entry: Entry) => T): T
  /** What was worked out of an entry's words by this name before, or undefined. */
  recall<T>(indexed: Indexed, name: string, schema: z.ZodType<T>): T | undefined
  /** Keeps on this computer what was worked out. */
  save(): Promise<void>
}

export function entryIndex(room: Room, cache: FactCache): EntryIndex {
  const readAll = entryReader(room)
  /** As the files say it, each by its path; what they say together is worked out of these. */
  let files = new Map<string, Indexed>()
  let trouble = new Map<string, Unreadable>()
  let indexed: readonly Indexed[] = []
  let byPath = new Map<string, Indexed>()
  let byId = new Map<PageId, Indexed>()
  const inTurn = oneAtATime()

  function take(path: string, read: EntryRead | null): void {
    trouble.delete(path)
    if (read?.kind === 'unreadable') trouble.set(path, read.unreadable)
    // A page that the disk does not let be read at this moment is not gone: what is known of it stays.
    if (read?.kind === 'unreadable' && isDiskTrouble(read.unreadable)) return
    if (read?.kind !== 'file') files.delete(path)
    else if (files.get(path)?.file.hash !== read.file.hash) {
      files.set(path, { file: read.file, entry: lazyEntry(read.file, cache) })
    }
  }

  async function readAgain(paths?: readonly string[]): Promise<PageId[]> {
    await room.there()
    if (paths) {
      for (const path of paths) take(path, await readIfThere(room, path))
    } else {
      const reads = await readAll()
      const present = new Set(reads.map(pathOf))
      files = new Map([...files].filter(([path]) => present.has(path)))
      trouble = new Map([...trouble].filter(([path]) => present.has(path)))
      const breathe = breather()
      for (const read of reads) {
        take(pathOf(read), read)
        await breathe()
      }
    }
    const before = byId
    indexed = withIdsApart([...files.values()])
    byPath = new Map(indexed.map(one => [one.file.path, one]))
    byId = new Map(indexed.map(one => [one.entry.fields.id, one]))
    return [...new Set([...before.keys(), ...byId.keys()])].filter(id => !isSameFile(before.get(id), byId.get(id)))
  }

  return {
    all: () => indexed,
    byId: id => byId.get(id) ?? null,
    byPath: path => byPath.get(path) ?? null,
    unreadable: () => [...trouble.values()],
    refresh: paths => inTurn(() => readAgain(paths)),
    derive({ file, entry }, name, schema, compute) {
      const known = cache.recall(file.hash, name, schema)
      if (known !== undefined) return known
      const fresh = compute(entry)
      cache.remember(file.hash, name, fresh)
      return fresh
    },
    recall: ({ file }, name, schema) => cache.recall(file.hash, name, schema),
    save: () => cache.save(new Set(indexed.map(one => one.file.hash))),
  }
}

function pathOf(read: EntryRead): string {
  return read.kind === 'file' ? read.file.path : read.unreadable.path
}

async function readIfThere(room: Room, path: string): Promise<EntryRead | null> {
  const read = await readEntry(room, path)
  return read.kind === 'unreadable' && read.unreadable.code === 'missing' ? null : read
}

function isSameFile(one: Indexed | undefined, other: Indexed | undefined): boolean {
  return one?.file.path === other?.file.path && one?.file.hash === other?.file.hash
}

/**
 * A copy made outside Signpost has the same id as its original. The one with the shorter name is taken for the original
 * (copies are called “travel - Copy” or “travel (1)”); the other gets an id of its own, which is in its file once saved.
 */
function withIdsApart(all: readonly Indexed[]): readonly Indexed[] {
  const byName = all.toSorted((one, other) => compare(one.file.path, other.file.path))
  const originals = new Map<PageId, string>()
  for (const { entry, file } of byName.toSorted((one, other) => one.file.path.length - other.file.path.length)) {
    if (!originals.has(entry.fields.id)) originals.set(entry.fields.id, file.path)
  }
  return byName.map(one => {
    const original = originals.get(one.entry.fields.id)
    return original === undefined || original === one.file.path ? one : asCopy(one, original)
  })
}

function asCopy({ file, entry }: Indexed, original: string): Indexed {
  const sentence = `This page is a copy of “${original}” that was made outside Signpost, so Signpost gave it an id of its own.`
  const trouble = [...entry.trouble, { field: 'id', sentence, line: 1 }]
  const id = derivedId(file.path)
  return {
    file,
    entry:
      entry.kind === 'page'
        ? { ...entry, trouble, fields: { ...entry.fields, id } }
        : { ...entry, trouble, fields: { ...entry.fields, id } },
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
