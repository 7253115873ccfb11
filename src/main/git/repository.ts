import { join } from 'node:path'
import git from 'isomorphic-git'
import type { Instant } from '../../shared/content/ids.ts'
import type { Person } from '../../shared/review/records.ts'
import { codeOf, type Disk, type DurableFs, durableFs } from '../files/index.ts'
import { instantOf, signature, tidyPerson } from './people.ts'

/** A git object's name: 40 hexadecimal digits. */
export type Oid = string

/** One workspace's repository: where it is, and what was read of it. */
export interface Repository {
  root: string
  gitdir: string
  disk: Disk
  fs: DurableFs
  /** isomorphic-git's own memory of packs. */
  cache: object
  trees: TreeMemory
}

export interface TreeEntry {
  mode: string
  path: string
  oid: Oid
  type: 'commit' | 'blob' | 'tree'
}

/** Trees that were read lately. They never change, but a long history has more of them than a computer has memory for. */
export interface TreeMemory {
  get(oid: Oid): readonly TreeEntry[] | undefined
  keep(oid: Oid, tree: readonly TreeEntry[]): void
}

export interface CommitInfo {
  oid: Oid
  tree: Oid
  /** The version it was made from. Other programs can make one from several; the first is the one that counts. */
  parent: Oid | null
  parents: Oid[]
  by: Person
  at: Instant
  /** The first line: plain words. */
  sentence: string
  message: string
}

export const deskRef = 'refs/heads/main'
export const liveRef = 'refs/heads/live'

export function repositoryAt(root: string, disk: Disk, gitdir = join(root, '.git')): Repository {
  return { root, gitdir, disk, fs: durableFs(gitdir, disk), cache: {}, trees: treeMemory() }
}

/** A workspace of a thousand pages with what was said about them has about 5,000 entries. */
export function treeMemory(most = 100_000): TreeMemory {
  const trees = new Map<Oid, readonly TreeEntry[]>()
  let held = 0
  return {
    get: oid => trees.get(oid),
    keep(oid, tree) {
      if (trees.has(oid)) return
      trees.set(oid, tree)
      held += tree.length
      for (const [oldest, entries] of trees) {
        if (held <= most || oldest === oid) return
        trees.delete(oldest)
        held -= entries.length
      }
    },
  }
}

export async function readRef(repository: Repository, ref: string): Promise<Oid | null> {
  try {
    return await git.resolveRef({ ...repository, ref })
  } catch (error) {
    if (codeOf(error) === 'NotFoundError') return null
    throw error
  }
}

/** `desk`, `live`, a branch, a full ref or an oid; null when there is none. */
export async function resolve(repository: Repository, ref: string): Promise<Oid | null> {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref
  if (ref.startsWith('refs/')) return readRef(repository, ref)
  return readRef(repository, ref === 'desk' ? deskRef : `refs/heads/${ref}`)
}

/** Moves a local name. Never a name on a server: there is no force path to a server anywhere in this folder. */
export async function moveRef(repository: Repository, ref: string, value: Oid): Promise<void> {
  await git.writeRef({ ...repository, ref, value, force: true })
}

export async function hasObject(repository: Repository, oid: Oid): Promise<boolean> {
  try {
    await git.readObject({ ...repository, oid, format: 'deflated' })
    return true
  } catch (error) {
    if (codeOf(error) === 'NotFoundError') return false
    throw error
  }
}

export async function readCommit(repository: Repository, oid: Oid): Promise<CommitInfo> {
  const { commit } = await git.readCommit({ ...repository, oid })
  return {
    oid,
    tree: commit.tree,
    parent: commit.parent[0] ?? null,
    parents: commit.parent,
    by: { name: commit.author.name, email: commit.author.email },
    at: instantOf(commit.author.timestamp),
    sentence: commit.message.split('\n', 1)[0] ?? '',
    message: commit.message,
  }
}

/** From `tip` back along first parents, newest first, up to but without `until`. */
export async function* commitsSince(repository: Repository, tip: Oid, until: (oid: Oid) => boolean) {
  for (let oid: Oid | null = tip; oid !== null && !until(oid); ) {
    const commit: CommitInfo = await readCommit(repository, oid)
    yield commit
    oid = commit.parent
  }
}

export async function writeCommit(
  repository: Repository,
  commit: { tree: Oid; parent: Oid | null; by: Person; at: Instant; message: string },
): Promise<Oid> {
  const author = signature(tidyPerson(commit.by), commit.at)
  return git.writeCommit({
    ...repository,
    commit: {
      message: `${commit.message.trimEnd()}\n`,
      tree: commit.tree,
      parent: commit.parent === null ? [] : [commit.parent],
      author,
      committer: author,
    },
  })
}

export async function readBlob(repository: Repository, oid: Oid): Promise<Uint8Array> {
  return (await git.readBlob({ ...repository, oid })).blob
}

export async function writeBlob(repository: Repository, blob: Uint8Array): Promise<Oid> {
  return git.writeBlob({ ...repository, blob })
}
