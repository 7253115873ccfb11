import { type Clash, type MergedTrees, mergeTrees } from '../../src/shared/merge/index.ts'
import type { Files } from './random-desk.ts'

/** One laptop's sync: its versions on top of what is shared, as they go out. Contents are their own names. */
export interface Synced {
  files: Files
  clashes: { path: string; clash: Clash }[]
  notices: string[]
}

export async function merged(base: Files, mine: Files, theirs: Files, shared: readonly Files[] = []): Promise<Synced> {
  const between = { mine: async () => [], theirs: async (paths: readonly string[]) => contentsOf(shared, paths) }
  const { changes, clashes, notices } = await mergeTrees({ base, mine, theirs, between }, read, new Map())
  return { files: applied(theirs, changes), clashes, notices: notices.map(({ sentence }) => sentence) }
}

const read = async (content: string) => new TextEncoder().encode(content)

const contentsOf = (versions: readonly Files[], paths: readonly string[]) =>
  versions.flatMap(files => paths.flatMap(path => files.get(path) ?? []).slice(0, 1))

function applied(theirs: Files, changes: MergedTrees['changes']): Files {
  const files = new Map(theirs)
  for (const [path, change] of changes) {
    if (change === null) files.delete(path)
    else files.set(path, 'text' in change ? change.text : change.content)
  }
  return files
}

/** What the team has when all have synced in this order, and everything that anybody was asked on the way. */
export async function syncedInOrder(base: Files, laptops: readonly Files[], order: readonly number[]): Promise<Synced> {
  let shared: Synced = { files: base, clashes: [], notices: [] }
  const versions: Files[] = []
  for (const who of order) {
    const next = await merged(base, laptops[who] ?? base, shared.files, versions)
    versions.push(next.files)
    shared = {
      files: next.files,
      clashes: [...shared.clashes, ...next.clashes],
      notices: [...shared.notices, ...next.notices],
    }
  }
  return shared
}
