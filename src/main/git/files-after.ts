import { type Oid, type Repository, readCommit } from './repository.ts'
import { diffTrees } from './trees.ts'

/** More than these are listed at once. */
const fewChanges = 64

/**
 * The names of the content of all files of a version, in their order, from those of another one: only folders that are others
 * are read. Null where much is other, or a name is none of plain letters, of which the order is another matter.
 */
export async function filesAfter(
  repository: Repository,
  before: { version: Oid; files: ReadonlyMap<string, Oid> },
  version: Oid,
): Promise<Map<string, Oid> | null> {
  const [was, is] = await Promise.all([before.version, version].map(oid => readCommit(repository, oid)))
  const changes = await diffTrees(repository, was?.tree ?? null, is?.tree ?? null)
  if (changes.length > fewChanges || changes.some(({ path }) => !plain.test(path))) return null
  const files = new Map(before.files)
  const come: [path: string, oid: Oid][] = []
  for (const { path, before: gone, after } of changes) {
    if (gone !== null && after !== null) files.set(path, after.oid)
    else if (after !== null) come.push([path, after.oid])
    else files.delete(path)
  }
  return come.length === 0 ? files : among(files, come)
}

const plain = /^[\x20-\x7e]+$/

/** A version lists its files by the letters of their whole paths. */
function among(files: ReadonlyMap<string, Oid>, come: [path: string, oid: Oid][]): Map<string, Oid> {
  const left = come.toSorted(([one], [other]) => (one < other ? 1 : -1))
  const all = new Map<string, Oid>()
  for (const [path, oid] of files) {
    for (let next = left.at(-1); next !== undefined && next[0] < path; next = left.at(-1)) {
      all.set(...next)
      left.pop()
    }
    all.set(path, oid)
  }
  for (const next of left.toReversed()) all.set(...next)
  return all
}
