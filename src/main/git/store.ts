import { join } from 'node:path'
import { type Disk, type DurableFs, durableFs } from '../files/index.ts'
import type { Oid } from './object-format.ts'
import { type PackStore, packStore } from './pack-store.ts'

export type { Oid } from './object-format.ts'

/** One workspace's repository: where it is, and what was read of it. */
export interface Repository {
  root: string
  gitdir: string
  disk: Disk
  fs: DurableFs
  /** isomorphic-git's own memory of packs. */
  cache: object
  packs: PackStore
  trees: TreeMemory
}

export interface TreeEntry {
  mode: string
  path: string
  oid: Oid
  type: 'commit' | 'blob' | 'tree'
  /** Another entry of this folder is the same on some disk, and comes first (see `trees.ts`). */
  hidden?: true
}

/** Trees that were read lately. They never change, but a long history has more of them than a computer has memory for. */
export interface TreeMemory {
  get(oid: Oid): readonly TreeEntry[] | undefined
  keep(oid: Oid, tree: readonly TreeEntry[]): void
  /** The bytes of a few that were compared last: the next version is compared with this one. */
  bytes: Map<Oid, Buffer>
}

export function repositoryAt(root: string, disk: Disk, gitdir = join(root, '.git')): Repository {
  return {
    root,
    gitdir,
    disk,
    fs: durableFs(gitdir, disk),
    cache: {},
    packs: packStore({ gitdir, disk }),
    trees: treeMemory(),
  }
}

/** After packs were mended, brought or taken away. */
export function forgetPacks(repository: Repository): void {
  repository.cache = {}
  repository.packs.forget()
}

/** A workspace of a thousand pages with what was said about them has about 5,000 entries. */
export function treeMemory(most = 100_000): TreeMemory {
  const trees = new Map<Oid, readonly TreeEntry[]>()
  let held = 0
  return {
    bytes: new Map(),
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
