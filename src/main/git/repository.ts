import git from 'isomorphic-git'
import type { Instant } from '../../shared/content/ids.ts'
import type { Person } from '../../shared/review/records.ts'
import { codeOf } from '../files/index.ts'
import { commitBody, commitLinks, commitWords, damagedAt, readStored, storedAt, writeStored } from './objects.ts'
import { instantOf, signature } from './people.ts'
import type { Oid, Repository } from './store.ts'

export * from './store.ts'

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
  return (await readStored(repository, oid)) !== null
}

export async function readCommit(repository: Repository, oid: Oid): Promise<CommitInfo> {
  const stored = await storedAt(repository, oid)
  const links = commitLinks(stored)
  if (links === null) throw damagedAt(oid)
  const { name, email, seconds, message } = commitWords(stored)
  return {
    oid,
    tree: links.tree,
    parent: links.parents[0] ?? null,
    parents: links.parents,
    by: { name, email },
    at: instantOf(seconds),
    sentence: message.split('\n', 1)[0] ?? '',
    message,
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
  const parents = commit.parent === null ? [] : [commit.parent]
  const message = `${commit.message.trimEnd()}\n`
  const body = commitBody({ ...commit, parents, message, signature: signature(commit.by, commit.at) })
  return writeStored(repository, { type: 'commit', body })
}

export async function readBlob(repository: Repository, oid: Oid): Promise<Uint8Array> {
  const { type, body } = await storedAt(repository, oid)
  if (type !== 'blob') throw damagedAt(oid)
  return body
}

export async function writeBlob(repository: Repository, blob: Uint8Array): Promise<Oid> {
  return writeStored(repository, { type: 'blob', body: Buffer.from(blob) })
}
