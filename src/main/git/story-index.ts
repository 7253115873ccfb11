import { join } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/content/ids.ts'
import { personSchema } from '../../shared/review/records.ts'
import { type Disk, replaceFile } from '../files/index.ts'
import { movesAmong } from './moves.ts'
import { isDamage } from './objects.ts'
import { type CommitInfo, commitsSince, type Oid, type Repository, readCommit } from './repository.ts'
import { type Present, type StoryEntry, tell } from './story.ts'
import { diffTrees } from './trees.ts'
import { undoesIn } from './undoes.ts'

/**
 * The desk's whole story in memory and in a file of this computer's cache, because git itself reads history at about 2 ms
 * a version. It is only ever a copy: a line that does not fit, or a story that went another way, is read from git again.
 */
export interface StoryIndex {
  /** Brings it up to `head` and answers every version, oldest first. */
  upTo(head: Oid): Promise<readonly StoryEntry[]>
  present(head: Oid): Promise<Present>
  /** Reads it from git again the next time, after a damaged history was put right. */
  forget(): void
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

/** `keeps` is false for a second Signpost, which must not write into the first one's copy. */
export async function storyIndexAt(repository: Repository, cache: string, keeps = true): Promise<StoryIndex> {
  const file = join(cache, 'story.jsonl')
  const { disk } = repository
  let { entries, whole } = await readEntries(disk, file)
  let position = positionsOf(entries)
  let present = presentOf(entries)
  let queue: Promise<unknown> = Promise.resolve()

  async function bringUpTo(head: Oid): Promise<void> {
    const { fresh, cutShort } = await entriesSince(repository, head, oid => position.has(oid))
    const meets = fresh.at(-1)?.parent ?? (fresh.length === 0 ? head : null)
    const kept = meets === null || cutShort ? 0 : (position.get(meets) ?? -1) + 1
    const added = fresh.reverse()
    if (added.length === 0 && kept === entries.length) return
    const cut = kept < entries.length
    entries = [...entries.slice(0, kept), ...added]
    if (cut) present = presentOf(entries)
    else for (const entry of added) tell(present, entry)
    if (cut) position = positionsOf(entries)
    else for (const [offset, entry] of added.entries()) position.set(entry.oid, kept + offset)
    if (cutShort) whole = false
    else if (keeps) whole = await (cut || !whole ? rewrite(disk, cache, file, entries) : append(disk, file, added))
  }

  async function upTo(head: Oid): Promise<readonly StoryEntry[]> {
    const turn = queue.then(async () => {
      if (entries.at(-1)?.oid !== head) await bringUpTo(head)
      return entries
    })
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    upTo,
    present: async head => {
      await upTo(head)
      return present
    },
    forget() {
      entries = []
      whole = false
      position = new Map()
      present = presentOf(entries)
    },
  }
}

/** Newest first. `cutShort` where the next one is damaged: what is behind it is not told until it has been put right. */
async function entriesSince(
  repository: Repository,
  head: Oid,
  until: (oid: Oid) => boolean,
): Promise<{ fresh: StoryEntry[]; cutShort: boolean }> {
  const fresh: StoryEntry[] = []
  try {
    for await (const commit of commitsSince(repository, head, until)) fresh.push(await entryOf(repository, commit))
  } catch (error) {
    if (!isDamage(error) || fresh.length === 0) throw error
    return { fresh, cutShort: true }
  }
  return { fresh, cutShort: false }
}

export async function entryOf(repository: Repository, commit: CommitInfo): Promise<StoryEntry> {
  const parentTree = commit.parent === null ? null : (await readCommit(repository, commit.parent)).tree
  const differences = await diffTrees(repository, parentTree, commit.tree)
  const moves = await movesAmong(repository, differences)
  const changes = differences.map(({ path, before, after }) => {
    const change = { path, before: before?.oid ?? null, after: after?.oid ?? null }
    const from = moves.get(path)
    return from === undefined ? change : { ...change, from }
  })
  const { oid, parent, by, at, sentence } = commit
  const undoes = undoesIn(commit.message)
  return { oid, parent, by, at, sentence, ...(undoes !== null && { undoes }), changes }
}

const positionsOf = (entries: readonly StoryEntry[]) => new Map(entries.map((entry, index) => [entry.oid, index]))

function presentOf(entries: readonly StoryEntry[]): Present {
  const present: Present = { changed: new Map(), deleted: new Map() }
  for (const entry of entries) tell(present, entry)
  return present
}

const linesOf = (entries: readonly StoryEntry[]) => entries.map(entry => `${JSON.stringify(entry)}\n`).join('')

/** Reads up to the first line that does not fit; each must name the one before it as its parent. */
async function readEntries(disk: Disk, file: string): Promise<{ entries: StoryEntry[]; whole: boolean }> {
  const entries: StoryEntry[] = []
  let text: string
  try {
    text = await disk.readFile(file, 'utf8')
  } catch {
    return { entries, whole: false }
  }
  const lines = text.split('\n')
  for (const line of lines) {
    const entry = readEntry(line)
    if (entry === null || entry.parent !== (entries.at(-1)?.oid ?? null)) break
    entries.push(entry)
  }
  return { entries, whole: entries.length === lines.length - 1 && lines.at(-1) === '' }
}

function readEntry(line: string): StoryEntry | null {
  try {
    return entrySchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}

/** Both answer whether the file now holds the whole story: a full disk only means that more is read from git next time. */
async function rewrite(disk: Disk, cache: string, file: string, entries: readonly StoryEntry[]): Promise<boolean> {
  try {
    await replaceFile(disk, join(cache, 'tmp'), file, linesOf(entries))
    return true
  } catch {
    return false
  }
}

async function append(disk: Disk, file: string, entries: readonly StoryEntry[]): Promise<boolean> {
  try {
    const handle = await disk.open(file, 'a')
    try {
      await handle.writeFile(linesOf(entries))
    } finally {
      await handle.close()
    }
    return true
  } catch {
    return false
  }
}
