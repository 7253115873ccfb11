import { type Clash, type MergedTrees, mergeTrees } from '../../src/shared/merge/index.ts'
import type { Files } from './random-desk.ts'

/** One laptop's sync: its versions on top of what is shared, as they go out. Contents are their own names. */
export interface Synced {
  files: Files
  clashes: { path: string; clash: Clash }[]
  notices: string[]
}

export async function merged(base: Files, mine: Files, theirs: Files): Promise<Synced> {
  const { changes, clashes, notices } = await mergeTrees({ base, mine, theirs }, read, new Map())
  return { files: applied(theirs, changes), clashes, notices }
}

const read = async (content: string) => new TextEncoder().encode(content)

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
  for (const who of order) {
    const next = await merged(base, laptops[who] ?? base, shared.files)
    shared = {
      files: next.files,
      clashes: [...shared.clashes, ...next.clashes],
      notices: [...shared.notices, ...next.notices],
    }
  }
  return shared
}
