import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Entry } from '../../shared/content/index.ts'
import {
  kindsByKey,
  recordedSite,
  type SiteIndex,
  saidUnder,
  type TextFile,
  type Unchanged,
  type Unit,
  unchanged,
} from '../../shared/site/index.ts'
import { type Memory, openMemory } from '../settings/index.ts'
import type { SiteFileRecord } from './manifest.ts'

/**
 * What the parts of a site were made from and came to, kept on this computer: a part of which nothing that it read says
 * anything else is not made again. Losing it costs time alone.
 */
export type MadeParts = Memory<MadePart>

export interface MadePart {
  /** The names of all that it read, and one hash of what stood under them. */
  reads: string[]
  said: string
  files: MadeFile[]
}

export interface MadeFile extends SiteFileRecord {
  path: string
  /** Files of the media folder, by name. */
  shows: string[]
  /** Where the search finds it, and the hash of what the search takes in. */
  search: { address: string; hash: string } | null
}

/** Remembers nothing. */
export const forgetful: MadeParts = { recall: () => undefined, remember: () => undefined, save: async () => undefined }

/** `memory` is that of a program that is open: what it holds need not be read again. */
export async function rememberingParts<T>(
  { dataFolder, program, memory = partsMemory() }: { dataFolder: string; program: string; memory?: PartsMemory },
  work: (parts: MadeParts) => Promise<T>,
): Promise<T> {
  const parts = await memory.open(join(dataFolder, 'parts.memory'), { data: dataFolder, program })
  const done = await work(parts)
  await memory.save()
  return done
}

export type PartsMemory = ReturnType<typeof partsMemory>

/** What a program that ends suddenly has to make again at most: writing down all parts takes longer than making so few. */
const mostUnsaved = 50

export function partsMemory() {
  let open: MadeParts | null = null
  let unsaved = 0
  return {
    async open(...where: Parameters<typeof openMemory>): Promise<MadeParts> {
      if (open !== null) return open
      const memory = await openMemory<MadePart>(...where)
      // The first time all that nobody asks for any more is left out.
      unsaved = mostUnsaved
      open = {
        ...memory,
        remember(key, value) {
          unsaved += 1
          memory.remember(key, value)
        },
      }
      return open
    },
    async save(): Promise<void> {
      if (open === null || unsaved < mostUnsaved) return
      unsaved = 0
      await open.save()
    },
  }
}

export type Parts = ReturnType<typeof partsOf>

/** All parts of a site as they were made or found to hold, and what was said under each name that they read. */
export interface KnownParts {
  site: SiteIndex
  names: Names
  /** By the part's name; `reads` are numbers of names. */
  parts: Map<string, { reads: Int32Array; files: readonly MadeFile[] }>
}

/** Names by their numbers, and what was said under each. */
interface Names {
  numbers: Map<string, number>
  all: { name: string; said: string }[]
  /** Most are one of some kinds under the key of a page, and stay as long as all is the same under it. */
  byKey: Map<string, number[]>
  others: { kind: string; key: string; number: number }[]
}

/** `nameOf` names the content of a file of the workspace, by its path. */
export function partsOf(
  site: SiteIndex,
  made: MadeParts,
  nameOf: (path: string) => string | undefined,
  known: KnownParts | null = null,
) {
  const recorded = recordedSite(site)
  const wordsOf = (entry: Entry) => nameOf(entry.path) ?? JSON.stringify(entry.doc)
  const names: Names = known?.names ?? { numbers: new Map(), all: [], byKey: new Map(), others: [] }
  const parts: KnownParts['parts'] = known?.parts ?? new Map()
  const seen = new Set<string>()
  const others = known === null ? null : othersIn(names, unchanged(known.site, site), said)
  let areAllSeen = false

  function said(name: string): string {
    return shortHash(saidUnder(site, name, wordsOf))
  }

  function numberOf(name: string): number {
    const known = names.numbers.get(name)
    if (known !== undefined) return known
    const number = names.all.length
    names.all.push({ name, said: said(name) })
    names.numbers.set(name, number)
    const at = name.indexOf(' ')
    const [kind, key] = [name.slice(0, at), name.slice(at + 1)]
    if (!kindsByKey.has(kind)) names.others.push({ kind, key, number })
    else names.byKey.set(key, [...(names.byKey.get(key) ?? []), number])
    return number
  }

  function saidAt(number: number): string {
    const each = names.all[number]
    if (each === undefined) throw new Error('every number has its name')
    return each.said
  }

  const numbersOf = (reads: readonly string[]) => Int32Array.from(reads, numberOf)
  const saidBy = (reads: Int32Array) => shortHash([...reads].map(saidAt).join(''))
  const mediaName = (name: string, content: string) => `media ${content} ${name}`

  return {
    /** The parts of the site before of which something that they read says something else now; null where that is not known. */
    notHolding(): ReadonlySet<string> | null {
      if (others === null) return null
      const found = new Set<string>()
      if (others.some) for (const [name, { reads }] of parts) if (!holds(reads, others.found)) found.add(name)
      return found
    },
    /** All parts of the site before are parts of this one. */
    allStand(): void {
      areAllSeen = true
    },
    /** What a part came to the last time, and whether it holds: all that it read says the same now. */
    recall({ name }: Unit): { files: readonly MadeFile[]; holds: boolean } {
      seen.add(name)
      const mine = parts.get(name)
      if (mine !== undefined && others !== null) {
        return { files: mine.files, holds: holds(mine.reads, others.found) }
      }
      const part = made.recall(name)
      if (part === undefined) return { files: [], holds: false }
      const reads = numbersOf(part.reads)
      parts.set(name, { reads, files: part.files })
      return { files: part.files, holds: saidBy(reads) === part.said }
    },
    make(unit: Unit): { files: TextFile[]; remember(files: MadeFile[]): void } {
      const { files, reads } = recorded.record(unit)
      const numbers = numbersOf(reads)
      return {
        files,
        remember(records) {
          parts.set(unit.name, { reads: numbers, files: records })
          made.remember(unit.name, { reads, said: saidBy(numbers), files: records })
        },
      }
    },
    recallMedia: (name: string, content: string): MadeFile | null =>
      made.recall(mediaName(name, content))?.files[0] ?? null,
    rememberMedia(name: string, content: string, file: MadeFile): void {
      made.remember(mediaName(name, content), { reads: [], said: '', files: [file] })
    },
    /** Of parts that are gone nothing is known: names may have said something else and the same again before they come back. */
    known(): KnownParts {
      for (const name of areAllSeen ? [] : parts.keys()) if (!seen.has(name)) parts.delete(name)
      return { site, names, parts }
    },
  }
}

/** Which names say something else now, by their numbers: 1 for those that do. What they say now is noted. */
function othersIn({ all, byKey, others }: Names, same: Unchanged, said: (name: string) => string): Others {
  const found = new Uint8Array(all.length)
  let some = false
  for (const key of same.keys ?? byKey.keys()) {
    if (!same.sameUnder(key)) for (const number of byKey.get(key) ?? []) look(number)
  }
  for (const { kind, key, number } of others) if (!same.sameName(kind, key)) look(number)
  return { found, some }

  function look(number: number): void {
    const each = all[number]
    if (each === undefined) return
    const now = said(each.name)
    if (now === each.said) return
    found[number] = 1
    some = true
    each.said = now
  }
}

interface Others {
  found: Uint8Array
  /** Whether there are any. */
  some: boolean
}

function holds(reads: Int32Array, others: Uint8Array): boolean {
  for (let at = 0; at < reads.length; at++) if (others[reads[at] ?? 0] === 1) return false
  return true
}

/** Half of SHA-256: nobody gains anything by two pages that only seem the same. */
function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22)
}
