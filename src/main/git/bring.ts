import type { Refusal } from '../../shared/outcome.ts'
import { cut } from './connection-trouble.ts'
import { type Heads, isBehind } from './network.ts'
import type { Waiting } from './network-trouble.ts'
import type { Line } from './question.ts'
import { receive } from './receive.ts'
import { deskRef, forgetPacks, hasObject, liveRef, moveRef, type Oid, type Repository, readRef } from './repository.ts'

/** Brings everything that the newest versions of these branches need onto this laptop. Moves no name of the workspace. */
export async function bring(
  line: Line,
  heads: Heads,
  branches: readonly string[],
  sentence = 'Bringing in colleagues’ changes',
): Promise<{ kind: 'brought' } | Waiting | Refusal> {
  const { repository } = line
  const coming = new Map<string, Oid>()
  for (const branch of branches) {
    const oid = heads.get(branch)
    if (oid !== undefined && !(await hasObject(repository, oid))) coming.set(branch, oid)
  }
  if (coming.size === 0) return { kind: 'brought' }
  const haves = await wholeHere(repository)
  const answer = await receive(line, { tips: [...new Set(coming.values())], haves, offers: heads.offers, sentence })
  if (isBehind(answer)) return cut
  if (answer.kind !== 'received') return answer
  for (const [branch, oid] of coming) {
    if (!(await hasObject(repository, oid))) return cut
    await moveRef(repository, `refs/remotes/origin/${branch}`, oid)
  }
  return { kind: 'brought' }
}

/** The newest versions of which everything is here; those that the server knows spare what stands before them. */
async function wholeHere(repository: Repository): Promise<Oid[]> {
  const found = new Set<Oid>()
  for (const ref of ['refs/remotes/origin/main', 'refs/remotes/origin/live', deskRef, liveRef]) {
    const oid = await readRef(repository, ref)
    if (oid !== null && (await hasObject(repository, oid))) found.add(oid)
  }
  return [...found]
}

/**
 * Brings everything that the shared copy has, whatever this laptop has of it, for one whose history is damaged: told of
 * what is here, a server leaves out just what is damaged.
 */
export async function bringAnew(line: Line, heads: Heads): Promise<{ kind: 'brought' } | Waiting | Refusal> {
  const sentence = 'Bringing back what was damaged'
  const tips = [...new Set(heads.values())]
  const answer = await receive(line, { tips, haves: [], offers: heads.offers, sentence })
  if (isBehind(answer)) return cut
  if (answer.kind !== 'received') return answer
  forgetPacks(line.repository)
  return { kind: 'brought' }
}
