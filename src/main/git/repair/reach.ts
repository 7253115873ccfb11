import { commitLinks, readStored, type Stored, treeItems } from '../objects.ts'
import type { Oid, Repository } from '../repository.ts'
import { looseNames } from './loose.ts'
import { packedNames } from './packs.ts'

/** What is there, and what of it was read, for one look through a repository. */
export interface Look {
  repository: Repository
  /** Null for what is not there, or is there and damaged. */
  read(oid: Oid): Promise<Stored | null>
  there: Set<Oid>
  /** Trees that were walked, with what is missing under each. */
  trees: Map<Oid, readonly Oid[]>
}

/** `besides`: what is on its way, and not part of the repository yet. */
export async function lookThrough(repository: Repository, besides?: Besides): Promise<Look> {
  const there = await packedNames(repository)
  for (const oid of await looseNames(repository)) there.add(oid)
  for (const oid of besides?.names() ?? []) there.add(oid)
  const read = async (oid: Oid) => (await besides?.read(oid)) ?? readStored(repository, oid)
  return { repository, read, there, trees: new Map() }
}

type Besides = { names(): Iterable<Oid>; read(oid: Oid): Promise<Stored | null> }

/** The same where nothing in the repository is to be relied on. */
export function lookOnlyAt(repository: Repository, besides: Besides): Look {
  return { repository, read: oid => besides.read(oid), there: new Set(besides.names()), trees: new Map() }
}

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** What is missing of a folder and of everything in it. A module of another repository is nobody's to bring. */
export async function missingUnder(look: Look, tree: Oid): Promise<readonly Oid[]> {
  const known = look.trees.get(tree)
  if (known) return known
  const stored = tree === emptyTree || !look.there.has(tree) ? null : await look.read(tree)
  const missing: Oid[] = []
  if (tree !== emptyTree && stored?.type !== 'tree') missing.push(tree)
  for (const { mode, oid } of stored === null ? [] : treeItems(stored.body)) {
    if (/^0?40000$/.test(mode)) missing.push(...(await missingUnder(look, oid)))
    else if (mode !== '160000' && !look.there.has(oid)) missing.push(oid)
  }
  look.trees.set(tree, missing)
  return missing
}

/** Which of these are folders: without one, nobody knows what stood in it. */
export async function isFolderMissing(look: Look, tree: Oid): Promise<boolean> {
  const stored = tree === emptyTree ? null : await look.read(tree)
  if (stored === null) return tree !== emptyTree
  for (const { mode, oid } of treeItems(stored.body)) {
    if (/^0?40000$/.test(mode) && (look.trees.get(oid)?.length ?? 1) > 0 && (await isFolderMissing(look, oid)))
      return true
  }
  return false
}

export interface Version {
  tree: Oid
  parents: Oid[]
  seconds: number
}

/** A version's own facts; null where it is missing, damaged, or no version. */
export async function versionAt(look: Look, oid: Oid): Promise<Version | null> {
  const stored = look.there.has(oid) ? await look.read(oid) : null
  return stored === null ? null : commitLinks(stored)
}

/**
 * Everything that is missing of what these versions stand on, back to the first. What was looked at is added to `visited`;
 * what is in `whole` is known to miss nothing.
 */
export async function missingFrom(
  look: Look,
  tips: Iterable<Oid>,
  { visited = new Set<Oid>(), whole }: { visited?: Set<Oid>; whole?: ReadonlySet<Oid> } = {},
): Promise<Set<Oid>> {
  const missing = new Set<Oid>()
  for (const waiting = [...tips]; waiting.length > 0; ) {
    const oid = waiting.pop() ?? ''
    if (visited.has(oid) || whole?.has(oid)) continue
    visited.add(oid)
    const version = await versionAt(look, oid)
    if (version === null) missing.add(oid)
    else {
      for (const gone of await missingUnder(look, version.tree)) missing.add(gone)
      waiting.push(...version.parents)
    }
  }
  return missing
}
