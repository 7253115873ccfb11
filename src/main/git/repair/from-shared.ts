import { commitsSince, deskRef, moveRef, type Oid, type Repository, readRef } from '../repository.ts'
import type { WorkTree } from '../work-tree.ts'
import { readIncomplete } from './incomplete.ts'
import { bestOf } from './newest.ts'
import { lookThrough } from './reach.ts'
import { filesInFolder } from './sources.ts'

const mostTried = 2_000

/**
 * Where this laptop had to start its history again, finds the shared version that its files came from, so that what was
 * changed since is one version after that and not a second beginning.
 */
export async function rejoinShared(repository: Repository, workTree: WorkTree, theirs: Oid): Promise<void> {
  if (!(await readIncomplete(repository))?.startedAgain) return
  const own = await readRef(repository, deskRef)
  const candidates: Oid[] = []
  for await (const { oid } of commitsSince(repository, theirs, () => candidates.length >= mostTried))
    candidates.push(oid)
  const best = await bestOf(await lookThrough(repository), candidates.reverse(), await filesInFolder(workTree))
  if (best === null || own === null) return
  await moveRef(repository, `refs/signpost/kept/started-again-${own}`, own)
  await moveRef(repository, deskRef, best)
}
