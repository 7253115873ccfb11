import { movesBetween } from '../../shared/merge/index.ts'
import { type Repository, readBlob } from './repository.ts'
import type { Difference } from './trees.ts'

/** Which new paths are former ones under another name: new path to former path. */
export async function movesAmong(
  repository: Repository,
  differences: readonly Difference[],
): Promise<Map<string, string>> {
  const gone = new Map(differences.flatMap(({ path, before, after }) => (before && !after ? [[path, before.oid]] : [])))
  const come = new Map(differences.flatMap(({ path, before, after }) => (after && !before ? [[path, after.oid]] : [])))
  const moves = await movesBetween(gone, come, oid => readBlob(repository, oid))
  return new Map([...moves].map(([from, to]) => [to, from]))
}
