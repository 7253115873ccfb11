import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Entry } from '../../shared/content/index.ts'
import { recordedSite, type SiteIndex, saidUnder, type TextFile, type Unit } from '../../shared/site/index.ts'
import { type Memory, openMemory } from '../settings/index.ts'
import type { SiteFileRecord } from './manifest.ts'
import type { PublishWorld } from './publish-world.ts'

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

export async function rememberingParts<T>(
  { dataFolder, program }: Pick<PublishWorld, 'dataFolder' | 'program'>,
  work: (parts: MadeParts) => Promise<T>,
): Promise<T> {
  const parts = await openMemory<MadePart>(join(dataFolder, 'parts.memory'), { data: dataFolder, program })
  const done = await work(parts)
  await parts.save()
  return done
}

export type Parts = ReturnType<typeof partsOf>

/** `nameOf` names the content of a file of the workspace, by its path. */
export function partsOf(site: SiteIndex, made: MadeParts, nameOf: (path: string) => string | undefined) {
  const hashes = new Map<string, string>()
  const recorded = recordedSite(site)
  const wordsOf = (entry: Entry) => nameOf(entry.path) ?? JSON.stringify(entry.doc)

  function hashUnder(name: string): string {
    const known = hashes.get(name) ?? shortHash(saidUnder(site, name, wordsOf))
    hashes.set(name, known)
    return known
  }

  const saidBy = (reads: readonly string[]) => shortHash(reads.map(hashUnder).join(''))
  const mediaName = (name: string, content: string) => `media ${content} ${name}`

  return {
    /** What a part came to the last time, and whether it holds: all that it read says the same now. */
    recall({ name }: Unit): { files: readonly MadeFile[]; holds: boolean } {
      const part = made.recall(name)
      return part === undefined
        ? { files: [], holds: false }
        : { files: part.files, holds: saidBy(part.reads) === part.said }
    },
    make(unit: Unit): { files: TextFile[]; remember(files: MadeFile[]): void } {
      const { files, reads } = recorded.record(unit)
      return { files, remember: records => made.remember(unit.name, { reads, said: saidBy(reads), files: records }) }
    },
    recallMedia: (name: string, content: string): MadeFile | null =>
      made.recall(mediaName(name, content))?.files[0] ?? null,
    rememberMedia(name: string, content: string, file: MadeFile): void {
      made.remember(mediaName(name, content), { reads: [], said: '', files: [file] })
    },
  }
}

/** Half of SHA-256: nobody gains anything by two pages that only seem the same. */
function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22)
}
