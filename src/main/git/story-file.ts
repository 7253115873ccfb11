import { join } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/content/ids.ts'
import { personSchema } from '../../shared/review/records.ts'
import { type Disk, replaceFile } from '../files/index.ts'
import type { StoryEntry } from './story.ts'

/** The story as this computer keeps it between two starts: one version a line, oldest first. */
export interface StoryFile {
  /** Up to the first line that does not fit; each names the one before it as its parent. */
  read(): Promise<StoryEntry[]>
  /** `fresh` is the end of `all` that has not been kept yet. A full disk only means that more is read from git next time. */
  keep(all: readonly StoryEntry[], fresh: readonly StoryEntry[]): Promise<void>
  /** What was kept is not how the story goes: the next time all is written again. */
  differs(): void
}

const entrySchema = z.object({
  oid: z.string(),
  parent: z.string().nullable(),
  by: personSchema,
  at: instantSchema,
  sentence: z.string(),
  undoes: z.string().exactOptional(),
  changes: z.array(
    z.object({
      path: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      from: z.string().exactOptional(),
    }),
  ),
})

export function storyFileIn(disk: Disk, cache: string): StoryFile {
  const path = join(cache, 'story.jsonl')
  /** Whether the file holds what was last kept, and nothing else. */
  let whole = false
  return {
    async read() {
      const text = await disk.readFile(path, 'utf8').catch(() => '')
      const lines = text.split('\n')
      const entries: StoryEntry[] = []
      for (const line of lines) {
        const entry = readEntry(line)
        if (entry === null || entry.parent !== (entries.at(-1)?.oid ?? null)) break
        entries.push(entry)
      }
      whole = entries.length > 0 && entries.length === lines.length - 1 && lines.at(-1) === ''
      return entries
    },
    async keep(all, fresh) {
      const kept = whole ? append(disk, path, fresh) : replaceFile(disk, join(cache, 'tmp'), path, linesOf(all))
      whole = await kept.then(
        () => true,
        () => false,
      )
    },
    differs() {
      whole = false
    },
  }
}

const linesOf = (entries: readonly StoryEntry[]) => entries.map(entry => `${JSON.stringify(entry)}\n`).join('')

function readEntry(line: string): StoryEntry | null {
  try {
    return entrySchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}

async function append(disk: Disk, file: string, entries: readonly StoryEntry[]): Promise<void> {
  const handle = await disk.open(file, 'a')
  try {
    await handle.writeFile(linesOf(entries))
  } finally {
    await handle.close()
  }
}
