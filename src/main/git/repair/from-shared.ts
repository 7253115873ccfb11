import { join } from 'node:path'
import git from 'isomorphic-git'
import { durableFs, makeFolder } from '../../files/index.ts'
import { commitsSince, deskRef, forgetPacks, moveRef, type Oid, type Repository, readRef } from '../repository.ts'
import type { WorkTree } from '../work-tree.ts'
import { readIncomplete } from './incomplete.ts'
import { bestOf } from './newest.ts'
import { lookThrough } from './reach.ts'
import { filesInFolder } from './sources.ts'

/** What `fetch` of isomorphic-git needs of the connection. */
export type FetchAnew = Omit<Parameters<typeof git.fetch>[0], 'fs' | 'dir' | 'gitdir' | 'cache'>

/**
 * Brings everything that the shared copy has as if this laptop had nothing: told of what is here, a server leaves out
 * just what is damaged. Nothing takes its place before it has come whole.
 */
export async function fetchAnew(repository: Repository, line: FetchAnew): Promise<void> {
  const { disk, gitdir } = repository
  const anew = join(gitdir, 'signpost-tmp', 'anew')
  await disk.rm(anew, { recursive: true, force: true })
  const fs = durableFs(anew, disk)
  await git.init({ fs, dir: anew, gitdir: anew, defaultBranch: 'main' })
  const everyBranch = '+refs/heads/*:refs/remotes/origin/*'
  await git.setConfig({ fs, gitdir: anew, path: 'remote.origin.fetch', value: everyBranch })
  await git.fetch({ ...line, fs, gitdir: anew, singleBranch: false, tags: false })
  const packs = join(gitdir, 'objects', 'pack')
  await makeFolder(disk, packs)
  const names = await disk.readdir(join(anew, 'objects', 'pack'))
  // A list without its pack would be a fault again, so the pack goes first.
  for (const name of names.toSorted((a, b) => Number(a.endsWith('.idx')) - Number(b.endsWith('.idx')))) {
    await disk.rename(join(anew, 'objects', 'pack', name), join(packs, name))
  }
  await disk.rm(anew, { recursive: true, force: true })
  forgetPacks(repository)
}

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
