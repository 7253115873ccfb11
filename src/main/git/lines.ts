import git from 'isomorphic-git'
import type { Desk } from './desk.ts'
import { type CommitInfo, commitsSince, type Oid, type Repository, readCommit } from './repository.ts'

/**
 * The versions in `theirs` that this laptop's line does not have, newest first, and the last one that both have. Signpost
 * makes one line, so the first parents lead there; where another program has joined lines, git's own search decides.
 */
export async function incoming(
  desk: Desk,
  head: Oid,
  theirs: Oid,
): Promise<{ base: Oid | null; commits: CommitInfo[] }> {
  if (head === theirs) return { base: theirs, commits: [] }
  const mine = new Set((await desk.story.upTo(head)).map(entry => entry.oid))
  const commits: CommitInfo[] = []
  for await (const commit of commitsSince(desk.repository, theirs, oid => mine.has(oid))) commits.push(commit)
  const last = commits.at(-1)
  const base = last ? last.parent : theirs
  if (!commits.some(commit => commit.parents.length > 1)) return { base, commits }
  const [joint]: Oid[] = await git.findMergeBase({ ...desk.repository, oids: [head, theirs] })
  return { base: joint ?? null, commits }
}

/** True if `older` is `younger` or one of the versions before it. */
export async function sameStory(repository: Repository, younger: Oid, older: Oid): Promise<boolean> {
  if (younger === older) return true
  // Most often they are neighbours, which needs no search through everything.
  for (const parent of (await readCommit(repository, younger)).parents) if (parent === older) return true
  return git.isDescendent({ ...repository, oid: younger, ancestor: older, depth: -1 })
}
