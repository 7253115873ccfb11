import { breather } from '../files/index.ts'
import { movesAmong } from './moves.ts'
import { isDamage } from './objects.ts'
import { type CommitInfo, commitsSince, type Oid, type Repository, readCommit } from './repository.ts'
import { type Present, type StoryEntry, tell } from './story.ts'
import { storyFileIn } from './story-file.ts'
import { diffTrees } from './trees.ts'
import { undoesIn } from './undoes.ts'

/**
 * The desk's whole story in memory and in a file of this computer's cache, because reading thousands of versions from git
 * takes seconds. It is only ever a copy: where the file does not fit, or the story went another way, it is read from git
 * again. It grows from its beginning, piece by piece: a kill loses the last piece alone, and nobody who types is held up.
 */
export interface StoryIndex {
  /** Brings it up to `head` and answers every version, oldest first. */
  upTo(head: Oid): Promise<readonly StoryEntry[]>
  present(head: Oid): Promise<Present>
  /** Reads it from git again the next time, after a damaged history was put right. */
  forget(): void
}

/** How many versions are read before they are kept. */
const piece = 500

/** `keeps` is false for a second Signpost, which must not write into the first one's copy. */
export async function storyIndexAt(repository: Repository, cache: string, keeps = true): Promise<StoryIndex> {
  const file = storyFileIn(repository.disk, cache)
  let entries: readonly StoryEntry[] = await file.read()
  let position = positionsOf(entries)
  let present = presentOf(entries)
  let queue: Promise<unknown> = Promise.resolve()

  /** Forgets all but the first `count`: what came after them was not how the story goes. */
  function goBackTo(count: number): void {
    file.differs()
    entries = entries.slice(0, count)
    position = positionsOf(entries)
    present = presentOf(entries)
  }

  function take(fresh: readonly StoryEntry[]): void {
    for (const [offset, entry] of fresh.entries()) position.set(entry.oid, entries.length + offset)
    for (const entry of fresh) tell(present, entry)
    // Whoever was given the former list may still be reading it.
    entries = [...entries, ...fresh]
  }

  async function bringUpTo(head: Oid): Promise<void> {
    const { versions, cutShort } = await versionsSince(repository, head, oid => position.has(oid))
    let isWhole = !cutShort
    const meets = versions.length === 0 ? head : (versions[0]?.parent ?? null)
    const kept = meets === null || !isWhole ? 0 : (position.get(meets) ?? -1) + 1
    if (kept < entries.length) goBackTo(kept)
    let fresh: StoryEntry[] = []
    for await (const entry of toldOf(repository, versions)) {
      if (entry !== null) fresh.push(entry)
      else {
        isWhole = false
        fresh = []
        goBackTo(0)
      }
      if (fresh.length < piece && entry?.oid !== head) continue
      take(fresh)
      if (keeps && isWhole) await file.keep(entries, fresh)
      fresh = []
    }
    if (!isWhole) file.differs()
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
      goBackTo(0)
    },
  }
}

/** Oldest first. `cutShort` where the next one back is damaged. */
async function versionsSince(
  repository: Repository,
  head: Oid,
  until: (oid: Oid) => boolean,
): Promise<{ versions: CommitInfo[]; cutShort: boolean }> {
  const versions: CommitInfo[] = []
  const breathe = breather()
  try {
    for await (const version of commitsSince(repository, head, until)) {
      versions.push(version)
      await breathe()
    }
  } catch (error) {
    if (!isDamage(error) || versions.length === 0) throw error
    return { versions: versions.reverse(), cutShort: true }
  }
  return { versions: versions.reverse(), cutShort: false }
}

/** What each changed. Null for a damaged one: what is behind it is not told until it has been put right. */
async function* toldOf(repository: Repository, versions: readonly CommitInfo[]): AsyncGenerator<StoryEntry | null> {
  const breathe = breather()
  for (const [at, version] of versions.entries()) {
    const entry = await entryOf(repository, version, versions[at - 1]).catch(error => {
      if (!isDamage(error) || at === versions.length - 1) throw error
      return null
    })
    yield entry
    await breathe()
  }
}

/** `before` is the version that it was made from, where that is at hand. */
async function entryOf(
  repository: Repository,
  commit: CommitInfo,
  before: CommitInfo | undefined,
): Promise<StoryEntry> {
  const { oid, parent, by, at, sentence } = commit
  const parentTree = parent === null ? null : (before ?? (await readCommit(repository, parent))).tree
  const differences = await diffTrees(repository, parentTree, commit.tree)
  const moves = await movesAmong(repository, differences)
  const changes = differences.map(({ path, before, after }) => {
    const change = { path, before: before?.oid ?? null, after: after?.oid ?? null }
    const from = moves.get(path)
    return from === undefined ? change : { ...change, from }
  })
  const undoes = undoesIn(commit.message)
  return { oid, parent, by, at, sentence, ...(undoes !== null && { undoes }), changes }
}

const positionsOf = (entries: readonly StoryEntry[]) => new Map(entries.map((entry, index) => [entry.oid, index]))

function presentOf(entries: readonly StoryEntry[]): Present {
  const present: Present = { changed: new Map(), deleted: new Map() }
  for (const entry of entries) tell(present, entry)
  return present
}
